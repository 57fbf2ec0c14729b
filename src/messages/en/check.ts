import type { CheckMessages } from '../types/check.ts';
import { command, say } from '../text.ts';
import { count, joinList } from './words.ts';

export const check: CheckMessages = {
  title: 'Check of role files',
  filesLeftOut: (count, folder) => {
    const files = count === 1 ? '1 role file with a problem was' : `${count} role files with problems were`;
    return say`Note: ${files} left out (${folder}). To see why: ${command('check')}`;
  },
  folderLeftOut: (folder, reason) => `Note: your folder of roles, ${folder}, cannot be read: ${reason}.`,
  moreProblems: (count) => `… and ${count} more`,
  severities: { error: 'error', warning: 'warning', note: 'note' },
  checked: (files, { errors, warnings, notes }) => {
    const found = [count(errors, 'error'), count(warnings, 'warning'), count(notes, 'note')].filter((text) => !text.startsWith('0 '));
    return `${count(files, 'file')}: ${found.length === 0 ? 'no problems' : joinList(found)}.`;
  },
};
