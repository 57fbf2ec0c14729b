import type { RoleListDocument, RoleSummaryView } from '../../core/view.ts';
import type { Messages } from '../messages/messages.ts';
import type { Records } from '../render/output.ts';
import type { Page } from '../render/page.ts';
import { textCell } from '../render/page.ts';

/** The roles as a table: name, id, what they handle, what they are about. */
export function buildRoleListPage({ roles }: RoleListDocument, { labels }: Messages): Page {
  const [first] = roles;
  if (first === undefined) return { blocks: [] };
  return {
    blocks: [
      {
        kind: 'table',
        ruled: false,
        columns: [
          { label: labels.role, holds: 'name' },
          { label: labels.id, holds: 'id' },
          { label: labels.aspects.resource, holds: 'terms' },
          { label: labels.focus, holds: 'phrase' },
        ],
        rows: roles.map((role) => ({
          name: bothNames(role),
          groups: [
            [textCell(role.id), textCell(labelsOf(role.resource).join(labels.termSeparator)), role.focus === undefined ? { texts: [] } : textCell(role.focus)],
          ],
        })),
      },
    ],
    next: { label: labels.next, command: `backoffice show ${first.id}` },
  };
}

/** The roles as records, in both names, with ids and labels of what is filtered by. */
export function listRoleRecords({ roles }: RoleListDocument): Records {
  return {
    header: ['id', 'name', 'japaneseName', 'englishName', 'reading', 'family', 'resource', 'facets', 'focus', 'summary'],
    rows: roles.map(({ id, name, japaneseName, englishName, reading = '', family, resource, facets, focus = '', summary }) => {
      const joined = [resource, facets].map((terms) => labelsOf(terms).join('; '));
      return [id, name, japaneseName, englishName, reading, family?.label ?? '', ...joined, focus, summary];
    }),
  };
}

function bothNames({ name, japaneseName }: RoleSummaryView): string[] {
  return name === japaneseName ? [name] : [name, japaneseName];
}

function labelsOf(terms: readonly { readonly label: string }[]): string[] {
  return terms.map(({ label }) => label);
}
