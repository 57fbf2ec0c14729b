import { stringify } from 'yaml';

/** The document as YAML, one text a line, however long. */
export function renderYaml(document: object): string {
  return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}
