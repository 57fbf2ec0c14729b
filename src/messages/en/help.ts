import type { HelpMessages } from '../types/help.ts';
import { command, say } from '../text.ts';

export const help: HelpMessages = {
  description: 'Explore Japanese back-office roles: what each does, how look-alikes differ, and which one suits you.',
  headings: { examples: 'Examples', usage: 'Usage', arguments: 'Arguments', options: 'Options', globalOptions: 'Global options', commands: 'Commands' },
  examples: [
    [command('list'), 'see all roles'],
    [command('keiri'), 'read about accounting (経理)'],
    [command('compare jimu soumu'), 'tell clerical work from general affairs'],
    [command('quiz'), 'find out which role fits you'],
    [command('guide'), 'learn what the back office is and how to get a job there'],
  ],
  commands: {
    list: {
      summary: 'List the roles; with words, only those that mention all of them.',
      arguments: { words: 'words to look for in names, aliases, summaries, traits and headlines (a role must have all of them)' },
      examples: [
        [command('list'), 'all roles'],
        [command('list --resource money'), 'roles that handle money'],
        [command('list --facet desk-work --facet no-qualification'), 'roles with both traits'],
        [command('list --sort pay'), 'by monthly pay at 25–29, highest first'],
        [command("list --where 'overtime <= 9'"), 'roles with at most 9 hours of overtime a month'],
      ],
    },
    show: {
      summary: 'Show one role in full.',
      arguments: { role: 'a role (keiri, 経理, けいり, Accounting …)' },
      examples: [
        [command('show keiri'), 'everything about accounting'],
        [command('show keiri --section demerits --section checks'), 'only its hard parts and what to ask'],
        [command('keiri'), '"show" may be left out'],
      ],
    },
    compare: {
      summary: 'Compare two or more roles side by side.',
      arguments: { roles: 'two to ten roles, or look-alikes such as marketing' },
      examples: [
        [command('compare jimu soumu'), 'clerical work and general affairs'],
        [command('compare keiri zaimu kaikei --diff'), 'only where they differ'],
        [command('kikaku marketing'), '"compare" may be left out'],
      ],
    },
    quiz: {
      summary: 'Find out which role fits you (fit test), or test what you know of the roles.',
      arguments: { kind: 'fit, quick (a shorter fit test) or knowledge (a quiz on the roles); left out, you are asked' },
      examples: [
        [command('quiz'), 'choose a test or the quiz'],
        [command('quiz quick'), 'a fit test of 22 questions'],
        [command('quiz --resume'), 'go on with a test that you left'],
        [command('quiz knowledge --questions 5'), 'five questions on the roles'],
      ],
    },
    form: {
      summary: 'Hand out the fit test: on paper, as a workbook to fill in, as a Google form, or as a list.',
      arguments: { kind: 'full (44 questions) or quick (22 questions); left out, full' },
      examples: [
        [command('form'), 'read all questions'],
        [command('form -o form.html'), 'two sheets of A4, to print'],
        [command('form quick -o questions.csv'), 'the 22 questions of the quick test, to paste elsewhere'],
      ],
    },
    score: {
      summary: 'Score many answer sheets of the fit test at once, such as the answers to a form.',
      arguments: { file: 'CSV, one person a row, or NDJSON, one person a line; - is standard input' },
      examples: [
        [command('score responses.csv'), 'the answers to a form, as a table'],
        [command('score responses.csv -o results.csv'), 'into a file'],
        [command('score - --format ndjson < responses.csv'), 'from another program, for another program'],
      ],
    },
    search: {
      summary: 'Look for words in all texts of the roles and the guide.',
      arguments: { words: 'what to look for, in Japanese (kanji, kana or romaji) or English; several words must all be there' },
      examples: [
        [command('search payroll'), 'which role does payroll?'],
        [command('search 年末調整'), 'in Japanese; nenmatsu finds it, too'],
        [command('search tax return'), 'where both words stand'],
      ],
    },
    guide: {
      summary: 'Read what the back office is, and how to get a job there.',
      arguments: { topic: 'a topic (left out: the list of topics)' },
      examples: [
        [command('guide'), 'all topics'],
        [command('guide back-office'), 'what the back office is'],
      ],
    },
    new: {
      summary: 'Write a commented file for a role of your own.',
      arguments: {
        id: 'id of the new role (lower-case letters, digits and hyphens); the file is id.yaml in your folder of roles, or where -o or --data says',
      },
      examples: [
        [command('new eigyou-jimu'), 'answer some questions, and get a file'],
        [command('new eigyou-jimu --yes'), 'without questions'],
        [command('new eigyou-jimu -o roles/'), 'into another folder (-o - only prints it)'],
        [command('new keiri'), 'copy a built-in role, to change it'],
      ],
    },
    check: {
      summary: 'Check role files of your own: what is wrong, and what to write instead.',
      arguments: { path: 'files or folders to check (left out: the folders that are read anyway)' },
      examples: [
        [command('check'), 'the folders of your own roles'],
        [command('check my-roles'), 'a folder'],
        [command('check my-roles/hisho.yaml --format json'), 'a file, for a program'],
      ],
    },
    completion: {
      summary: 'Print what makes the Tab key complete commands, roles and options.',
      arguments: { shell: 'the shell to complete in (bash, zsh or fish)' },
      examples: [
        [say`eval "$(${command('completion bash')})"`, 'a line for ~/.bashrc (bash)'],
        [say`eval "$(${command('completion zsh')})"`, 'a line for ~/.zshrc, below compinit (zsh)'],
        [command('completion fish | source'), 'a line for ~/.config/fish/config.fish (fish)'],
      ],
    },
    help: {
      summary: 'Show how to use a command.',
      arguments: { command: 'a command (left out: the whole program)' },
      examples: [[command('help compare'), 'how to use compare']],
    },
  },
  translatePlaceholders: (term) => term,
  closing: say`How to use a command: ${command('<command> --help')}`,
  options: {
    lang: 'language of the output',
    format: 'format of the output',
    output: 'write the output to a file; its ending picks the format (one that means none is an error)',
    noColor: 'no colours',
    ascii: 'draw lines and marks with ASCII characters only',
    noPager: 'do not use a pager',
    data: 'add a folder with your own role files (repeatable)',
    help: 'show this help',
    version: 'show the version and the date of the data',
    resource: 'only roles that look after this (repeatable)',
    facet: 'only roles with this trait (repeat it to ask for several)',
    sort: 'order of the roles (or a measure by ID or name, such as contact-with-others; --sort help lists them all)',
    reverse: 'the other way round (roles without a figure stay last)',
    where: "only roles with such a figure, say 'overtime <= 9' (pay in ¥10,000 a month, overtime in hours; repeat it for several; --where help lists all)",
    section: 'only this part (repeatable)',
    diff: 'hide what is the same',
    resume: 'go on with a test that you left (without a number, the latest)',
    sessions: 'list the tests that are saved',
    forget: 'delete a saved test (without a number, all of them, after asking)',
    answers: 'read the answers from a file (JSON, CSV or a row of digits; - is the standard input)',
    code: 'show the result of an answer code',
    questions: 'how many questions the knowledge quiz asks',
    strict: 'stop at the first row that cannot be read',
    all: 'show every place found, leaving none out',
    seed: 'a number that gives the same questions of the knowledge quiz again',
    forgetYes: 'with --forget, delete without asking',
    yes: 'ask nothing, and mark what is still to be written',
  },
  languages: { ja: 'Japanese', en: 'English' },
  formats: {
    table: 'tables and text for a terminal',
    plain: 'text without lines, for screen readers',
    json: 'data for programs',
    yaml: 'data for programs that is easy to read',
    ndjson: 'data for programs, one record a line',
    csv: 'a table for spreadsheets',
    markdown: 'text for documents',
    html: 'a page to look at, print and hand over',
    xlsx: 'a workbook to fill in (form)',
    gs: 'a script that makes a Google form (form)',
  },
};
