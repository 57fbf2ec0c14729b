import type { Catalogue } from '../../core/catalogue/model.ts';
import type { Group } from '../../core/sheets/group.ts';
import { viewGroup } from '../../core/views/group.ts';
import type { Messages } from '../../messages/messages.ts';
import { buildGroupPage, listGroupRecords } from '../../pages/group.ts';
import type { Output } from '../../pages/output.ts';

/** A group as all formats give it. */
export function describeGroup(catalogue: Catalogue, group: Group, messages: Messages): Output {
  const document = viewGroup(catalogue, group.count(), messages.language);
  return { document, page: () => buildGroupPage(document, messages), records: () => listGroupRecords(document, messages) };
}
