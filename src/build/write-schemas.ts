import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadDataFolder } from '../core/role-files/load.ts';
import { buildJsonSchemas } from './json-schemas.ts';

// Run by `npm run schema`: writes for editors what the data files may hold.
const folder = fileURLToPath(new URL('../../data', import.meta.url));
const result = loadDataFolder(folder);
if (!result.ok) throw new Error(`${result.diagnostics.length} problems in the data: npm run build names them`);
mkdirSync(`${folder}/schema`, { recursive: true });
for (const [name, schema] of buildJsonSchemas(result.catalogue)) writeFileSync(`${folder}/schema/${name}.json`, `${JSON.stringify(schema, undefined, 2)}\n`);
