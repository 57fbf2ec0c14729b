import type { NewRoleMessages } from '../types/new-role.ts';

export const newRole: NewRoleMessages = {
  intro:
    'This makes a file for a new role. Enter skips any question but the name. ' +
    'Ctrl-D ends the questions and keeps the answers; Ctrl-C leaves without writing anything.',
  askId: 'ID (such as tenpo-jimu)',
  askName: { ja: 'Name in Japanese (such as 店舗事務)', en: 'Name (such as Store administration)' },
  askReading: 'How that is read, in kana',
  askSummary: { ja: 'The same in Japanese', en: 'What it does, in one sentence' },
  askResources: 'What it looks after (any number)',
  askResourcesHelp: { keys: 'Choose with numbers, or ↑↓ and space; Enter to go on', lines: 'Type numbers with spaces between them, such as 1 3, and Enter.' },
  askClosest: 'The role that it is most like',
  noClosest: 'none in particular',
  askDuty: 'A main duty (such as Filing invoices)',
  noName: 'Please enter a name.',
  nameTaken: (id) => `That is the name of ${id}. Choose one that can be told from it.`,
  notKana: 'Please enter hiragana or katakana.',
  tooLong: (limit) => `That is too long (at most ${limit} characters).`,
  written: 'Wrote a role file:',
  copied: (name) => `Wrote a copy of the built-in role “${name}”. Commands that read this file use it in place of that one:`,
  alike: (id, other) => `Note: '${id}' may be spelled like '${other}'. The exact ID means this role alone.`,
  edit: 'Edit',
  check: 'Check',
  show: 'Show',
};
