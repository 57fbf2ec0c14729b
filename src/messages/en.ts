import type { ErrorDetails, FileProblem, UsageProblem } from '../core/errors.ts';
import { cleanText, excerpt } from '../core/clean.ts';
import type { Diagnostic } from '../core/role-files/diagnostics.ts';
import type { SheetProblem } from '../core/sheets/sheet-problem.ts';
import type { Explanation, Messages } from './messages.ts';

const joinList = (items: readonly string[]) => items.join(', ');
const joinNames = (names: readonly string[]) => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`);
const quote = (text: string) => `'${excerpt(text)}'`;
const suggest = (names: readonly string[]) => (names.length === 0 ? [] : [`Did you mean: ${joinList(names)}?`]);
// Nobody reads on in a list of a hundred.
const mostListed = 20;
const choose = (names: readonly string[]) =>
  names.length === 0 ? [] : [`Use one of: ${joinList(names.slice(0, mostListed))}${names.length > mostListed ? ' …' : ''}`];
// A word that is no role may stand in the texts of one.
const searchFor = (name: string) => (/^[\p{L}\p{N}]+$/u.test(excerpt(name)) ? [`To look for the word: backoffice search ${excerpt(name)}`] : []);
const named = (items: readonly { id: string; name: { en: string } }[]) => items.map(({ id, name }) => `${name.en} (${id})`);
const formatCount = (number: number) => number.toLocaleString('en');
const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;
const seeHelp = 'Run it with --help to see the usage.';

function explainUsage(details: UsageProblem): Explanation {
  switch (details.problem) {
    case 'unknown-command':
      return { message: `There is no command ${quote(details.name)}.`, hints: [...suggest(details.nearest), 'All commands: backoffice --help'] };
    case 'unknown-option':
      if (details.owner !== undefined)
        return {
          message: `${details.command} has no option ${quote(details.name)} (it belongs to ${details.owner}).`,
          hints: ['Run it with --help to see all options.'],
        };
      return { message: `There is no option ${quote(details.name)}.`, hints: [...suggest(details.nearest), 'Run it with --help to see all options.'] };
    case 'missing-argument':
      return {
        message: `<${details.name}> is missing.`,
        hints: [
          ...(details.example === undefined ? [] : [`For example: ${details.example}`]),
          seeHelp,
          ...((details.allowed ?? []).length === 0 ? [] : ['Use one of:']),
        ],
        choices: details.allowed ?? [],
      };
    case 'missing-value':
      return { message: `The option ${details.name} needs a value.`, hints: [seeHelp] };
    case 'excess-arguments':
      return {
        message: `Too many arguments: ${joinList(details.names.map((name) => excerpt(name)))}`,
        hints: [details.command === 'show' ? 'To compare roles: backoffice compare jimu soumu' : seeHelp],
      };
    case 'invalid-value':
      return {
        message: `${details.option} does not take ${quote(details.value)}.`,
        hints: [...suggest(details.nearest), 'Use one of:'],
        choices: details.allowed,
      };
    case 'format-not-available':
      return { message: `${details.command} has no ${details.format} output.`, hints: choose(details.allowed) };
    case 'needs-terminal':
      return {
        message: 'Questions can only be answered at a terminal.',
        hints: ['Use answers from a file: backoffice quiz --answers <file>', 'Use an answer code: backoffice quiz --code <code>'],
      };
    case 'input-is-terminal':
      return {
        message: `${details.command} reads what is piped into it, and nothing is.`,
        hints: [`Pipe something into it: backoffice ${details.command} < answers.txt`, 'Or name a file in place of -.'],
      };
    case 'output-is-input':
      return { message: `'${cleanText(details.path)}' is the file that is read. The result would take its place.`, hints: ['Give -o another file.'] };
    case 'html-on-terminal':
      return { message: 'HTML goes into a file, not onto the terminal.', hints: [`Add -o with a file, such as -o ${details.command}.html`] };
    case 'conflicting-options':
      return { message: `${details.names.join(' and ')} cannot be used together.`, hints: ['Give one of them.'] };
    case 'not-a-number':
      return { message: `${details.option} cannot be ${quote(details.value)}.`, hints: [`Give a whole number from ${details.minimum} to ${details.maximum}.`] };
    case 'too-few-roles':
      return { message: 'Name at least two roles to compare.', hints: ['For example: backoffice compare jimu soumu'] };
    case 'too-many-roles':
      return { message: `At most ${details.limit} roles can be compared at once (you named ${details.given}).`, hints: ['Leave some out.'] };
    case 'same-role-twice':
      return { message: `The role ${details.name} is named twice.`, hints: ['Compare it with another one. All roles: backoffice list'] };
    case 'invalid-id':
      return { message: `${quote(details.name)} cannot be an id.`, hints: [...suggest(details.nearest), idRule, ...(isAscii(details.name) ? [] : [nameRule])] };
    case 'id-taken':
      return {
        message: `The id ${details.id} cannot be told from ${details.by.name.en} (${details.by.id}).`,
        hints: ['Choose another id.'],
      };
    case 'role-file-name':
      return {
        message: `'${cleanText(details.path)}' will not do: a role file has the name of its id.`,
        hints: [`Call the file ${details.expected}, or give -o a folder, with a slash at its end.`],
      };
  }
}

const digitForms = ['Write 44 digits (or 22) in a row, CSV (item,answer), or JSON ({"answers": {"item": 1 to 5}}).'];
const sheetForms = 'Give a table (CSV) with a header and one person a row, or JSON with one person a line (NDJSON).';

function explainSheet({ problem, name = '', value, nearest = [], expected = 0 }: SheetProblem): Explanation {
  switch (problem) {
    case 'empty':
      return { message: 'There are no answers.' };
    case 'not-json':
      return { message: 'This is not valid JSON.' };
    case 'not-an-object':
      return { message: 'Items with their answers were expected here.' };
    case 'unknown-key':
      return { message: `'${name}' cannot stand here.`, hints: suggest(nearest) };
    case 'not-asked':
      return { message: `The quick test does not ask '${name}'.`, hints: ['Make the test full, or remove this answer.'] };
    case 'unknown-item':
      return { message: `There is no item '${name}'.`, hints: suggest(nearest) };
    case 'not-an-answer':
      return {
        message: value === undefined ? `The answer to '${name}' is out of range.` : `'${value}' is no answer to '${name}'.`,
        hints: ['Answer with a whole number from 1 to 5.'],
      };
    case 'not-a-choice':
      return { message: `'${name}' is not a choice.`, hints: ['Answer with digits from 1 to 4 (0 or - where there is no answer).'] };
    case 'too-many-digits':
      return { message: `There are too many answers (${name}).`, hints: [`Write ${expected} digits.`] };
    case 'too-few-digits':
      return { message: `There are too few answers (${name}).`, hints: [`Write ${expected} digits (0 or - where there is no answer).`] };
    case 'unknown-avoidance':
      return { message: `There is nothing to avoid called '${name}'.`, hints: suggest(nearest) };
    case 'answered-twice':
      return { message: `'${name}' is answered twice.`, hints: ['Keep one of the two.'] };
    case 'other-version':
      return {
        message: `These are answers to version ${name} of the questions (this program has version ${expected}).`,
        hints: [`A backoffice-roles with version ${name} of the questions can read them.`],
      };
    case 'no-sheets':
      return { message: 'There are no answer sheets.' };
    case 'no-columns':
      return {
        message: 'None of the columns holds answers.',
        hints: [...suggest(nearest), 'The first row must have the ids or the texts of the items: backoffice score --help'],
      };
    case 'too-many-cells':
      return { message: `There are more cells (${name}) than the header has (${expected}).`, hints: ['Put text that contains commas in quotation marks.'] };
    case 'quote-not-closed':
      return {
        message: 'A quotation mark is opened here and not closed, so nothing from here on was read.',
        hints: ['Close it, or write "" for a mark in a text.'],
      };
    case 'too-long':
      return { message: `This line is too long (over ${formatCount(expected)} characters).`, hints: ['Give each person a line.'] };
  }
}

/** What is wrong with an answer sheet and where; of what has the wrong form, also which forms there are. */
function explainSheetFile({ file, line, column, ...problem }: ErrorDetails['answer-sheet']): Explanation {
  const { message, hints = [] } = explainSheet({ line, column, ...problem });
  return { message: `${cleanText(file)}:${line}:${column} ${message}`, hints: [...hints, ...formsFor(problem.problem)] };
}

function formsFor(problem: SheetProblem['problem']): readonly string[] {
  if (problem === 'no-sheets' || problem === 'no-columns') return [sheetForms];
  return ['empty', 'not-json', 'not-an-object', 'unknown-key', 'unknown-item', 'not-an-answer'].includes(problem) ? digitForms : [];
}

const idRule = 'Use lower-case letters, digits and hyphens, a letter first, at most 40 characters (for example eigyou-jimu).';
const isAscii = (text: string) => /^\p{ASCII}*$/u.test(text);
const nameRule = 'Japanese names go into the file (name).';
const nameOf = ({ name = '' }: Diagnostic) => `'${name}'`;
const otherOf = ({ other = '' }: Diagnostic) => `'${other}'`;
const offer = ({ nearest = [], allowed = [] }: Diagnostic) => [...suggest(nearest), ...choose(allowed)];
const types: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  list: 'a list (lines that start with -)',
  map: 'keys and values (such as ja: and en:)',
  text: 'text',
};
const yamlHints: Readonly<Record<string, string>> = {
  BAD_INDENT: 'Indent the lines of one block by the same number of spaces.',
  TAB_AS_INDENT: 'Indent with spaces, not tabs.',
  MISSING_CHAR: 'Look for a missing closing quote or bracket, or a missing ":" or ",".',
  UNEXPECTED_TOKEN: 'Put text that contains ":" or "#" in quotes.',
  MULTILINE_IMPLICIT_KEY: 'Keep a key on one line; put text that contains ":" in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'Put text that contains ": " in quotes.',
  BAD_SCALAR_START: 'Put text that starts with @ or ` in quotes.',
};

const fileProblems: Messages['fileProblems'] = {
  'not-found': 'not found',
  'not-a-folder': 'not a folder',
  'is-a-folder': 'a folder, not a file',
  'not-a-file': 'not a regular file',
  'no-permission': 'permission denied',
  'no-role-files': 'it holds no role files (*.yaml)',
  'disk-full': 'the disk is full',
  'too-large': 'it is too large',
  'read-only': 'the place is read-only',
  'link-loop': 'the link leads back to itself',
  'dead-link': 'a link is there that leads nowhere',
  other: 'it cannot be read or written',
};

const sections: Messages['labels']['sections'] = {
  duties: 'Duties',
  specialties: 'Specialties',
  merits: 'Good sides',
  demerits: 'Hard parts',
  suits: 'Who it suits',
  qualifications: 'Qualifications',
  entry: 'Getting in',
  checks: 'What to ask before applying',
};

export const en = {
  language: 'en',
  joinStrengths: (strengths) => `Your strengths: ${strengths.join('; ')}.`,
  joinTitle: (parts) => parts.join(': '),
  joinNames,
  help: {
    description: 'Explore Japanese back-office roles: what each does, how look-alikes differ, and which one suits you.',
    headings: { examples: 'Examples', usage: 'Usage', arguments: 'Arguments', options: 'Options', globalOptions: 'Global options', commands: 'Commands' },
    examples: [
      ['backoffice list', 'see all roles'],
      ['backoffice keiri', 'read about accounting (経理)'],
      ['backoffice compare jimu soumu', 'tell clerical work from general affairs'],
      ['backoffice quiz', 'find out which role fits you'],
      ['backoffice guide', 'learn what the back office is and how to get a job there'],
    ],
    commands: {
      list: {
        summary: 'List the roles; with words, only those that mention all of them.',
        arguments: { words: 'words to look for in names, aliases, summaries, traits and headlines (a role must have all of them)' },
        examples: [
          ['backoffice list', 'all roles'],
          ['backoffice list --resource money', 'roles that handle money'],
          ['backoffice list --facet desk-work --facet no-qualification', 'roles with both traits'],
        ],
      },
      show: {
        summary: 'Show one role in full.',
        arguments: { role: 'a role (keiri, 経理, けいり, Accounting …)' },
        examples: [
          ['backoffice show keiri', 'everything about accounting'],
          ['backoffice show keiri --section demerits --section checks', 'only its hard parts and what to ask'],
          ['backoffice keiri', '"show" may be left out'],
        ],
      },
      compare: {
        summary: 'Compare two or more roles side by side.',
        arguments: { roles: 'two to ten roles, or look-alikes such as marketing' },
        examples: [
          ['backoffice compare jimu soumu', 'clerical work and general affairs'],
          ['backoffice compare keiri zaimu kaikei --diff', 'only where they differ'],
          ['backoffice kikaku marketing', '"compare" may be left out'],
        ],
      },
      quiz: {
        summary: 'Find out which role fits you (fit test), or test what you know of the roles.',
        arguments: { kind: 'fit, quick (a shorter fit test) or knowledge (a quiz on the roles); left out, you are asked' },
        examples: [
          ['backoffice quiz', 'choose a test or the quiz'],
          ['backoffice quiz quick', 'a fit test of 22 questions'],
          ['backoffice quiz --resume', 'go on with a test that you left'],
          ['backoffice quiz knowledge --questions 5', 'five questions on the roles'],
        ],
      },
      score: {
        summary: 'Score many answer sheets of the fit test at once, such as the answers to a form.',
        arguments: { file: 'CSV, one person a row, or NDJSON, one person a line; - is standard input' },
        examples: [
          ['backoffice score responses.csv', 'the answers to a form, as a table'],
          ['backoffice score responses.csv -o results.csv', 'into a file'],
          ['backoffice score - --format ndjson < responses.csv', 'from another program, for another program'],
        ],
      },
      search: {
        summary: 'Look for words in all texts of the roles and the guide.',
        arguments: { words: 'what to look for, in Japanese (kanji, kana or romaji) or English; several words must all be there' },
        examples: [
          ['backoffice search payroll', 'which role does payroll?'],
          ['backoffice search 年末調整', 'in Japanese; nenmatsu finds it, too'],
          ['backoffice search tax return', 'where both words stand'],
        ],
      },
      guide: {
        summary: 'Read what the back office is, and how to get a job there.',
        arguments: { topic: 'a topic (left out: the list of topics)' },
        examples: [
          ['backoffice guide', 'all topics'],
          ['backoffice guide back-office', 'what the back office is'],
        ],
      },
      new: {
        summary: 'Write a commented file for a role of your own.',
        arguments: {
          id: 'id of the new role (lower-case letters, digits and hyphens); the file is id.yaml in your folder of roles, or where -o or --data says',
        },
        examples: [
          ['backoffice new eigyou-jimu', 'answer some questions, and get a file'],
          ['backoffice new eigyou-jimu --yes', 'without questions'],
          ['backoffice new eigyou-jimu -o roles/', 'into another folder (-o - only prints it)'],
          ['backoffice new keiri', 'copy a built-in role, to change it'],
        ],
      },
      check: {
        summary: 'Check role files of your own: what is wrong, and what to write instead.',
        arguments: { path: 'files or folders to check (left out: the folders that are read anyway)' },
        examples: [
          ['backoffice check', 'the folders of your own roles'],
          ['backoffice check my-roles', 'a folder'],
          ['backoffice check my-roles/hisho.yaml --format json', 'a file, for a program'],
        ],
      },
      completion: {
        summary: 'Print what makes the Tab key complete commands, roles and options.',
        arguments: { shell: 'the shell to complete in (bash, zsh or fish)' },
        examples: [
          ['eval "$(backoffice completion bash)"', 'a line for ~/.bashrc (bash)'],
          ['eval "$(backoffice completion zsh)"', 'a line for ~/.zshrc, below compinit (zsh)'],
          ['backoffice completion fish | source', 'a line for ~/.config/fish/config.fish (fish)'],
        ],
      },
      help: {
        summary: 'Show how to use a command.',
        arguments: { command: 'a command (left out: the whole program)' },
        examples: [['backoffice help compare', 'how to use compare']],
      },
    },
    translatePlaceholders: (term) => term,
    closing: 'How to use a command: backoffice <command> --help',
    options: {
      lang: 'language of the output',
      format: 'format of the output',
      output: 'write the output to a file',
      noColor: 'no colours',
      ascii: 'draw lines and marks with ASCII characters only',
      noPager: 'do not use a pager',
      data: 'add a folder with your own role files (repeatable)',
      help: 'show this help',
      version: 'show the version and the date of the data',
      resource: 'only roles that look after this (repeatable)',
      facet: 'only roles with this trait (repeat it to ask for several)',
      sort: 'order of the roles (or a measure by ID or name, such as contact-with-others; show keiri --section figures names them)',
      section: 'only this part (repeatable)',
      diff: 'hide what is the same',
      resume: 'go on with a test that you left (without a number, the latest)',
      sessions: 'list the tests that are saved',
      forget: 'delete a saved test (without a number, all of them)',
      answers: 'read the answers from a file (JSON, CSV or a row of digits; - is the standard input)',
      code: 'show the result of an answer code',
      questions: 'how many questions the knowledge quiz asks',
      strict: 'stop at the first row that cannot be read',
      all: 'show every place, leaving out none',
      seed: 'a number that gives the same questions of the knowledge quiz again',
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
    },
  },
  labels: {
    role: 'Role',
    id: 'ID',
    focus: 'About',
    aliases: 'Also called',
    sections,
    sectionRemarks: { qualifications: 'You need none of these to apply, but they help.' },
    confusedWith: 'Similar or related',
    sources: 'Sources',
    aspects: { ...sections, summary: 'In short', resource: 'Handles', facets: 'Traits', checks: 'What to ask' },
    frequencies: { daily: 'daily', monthly: 'monthly', yearly: 'yearly' },
    standIn: 'one may also do the work of the other',
    coping: 'Tip',
    caution: 'Note',
    more: 'and more',
    notRecorded: 'not recorded',
    onlySame: 'the rest is shared',
    notRecordedLegend: '“Not recorded”, or something listed for only some of the roles, does not mean that the others lack it.',
    noDifference: 'There is no difference.',
    sameLegend: '= marks what they share; the wording, extent or degree may differ.',
    common: 'In common',
    next: 'Next',
    compare: 'Compare',
    read: 'Read',
    termSeparator: ', ',
    pay: 'Pay',
    figures: 'In figures',
    measure: 'Measure',
    value: 'Value',
    average: 'Average',
    answer: 'Answer',
    share: 'Share',
    allFigures: 'All figures',
    distinctiveRemark:
      'By surveys of people in the job: furthest above and below the average of all occupations (about 500), relative to how much occupations vary.',
    estimateRemark: 'By estimate: furthest above and below the average of all occupations (about 500), relative to how much occupations vary.',
    nothingDistinctive: 'Nothing is far from the average.',
    averageLegend: 'The average is that of all occupations in the survey (about 500).',
    estimatedLegend:
      'Figures marked ~ are estimates: the survey has no such occupation, so those of a near one were adjusted. Their error is larger than that of the survey.',
    noFigures: 'There are no figures for this role.',
    noFiguresOf: (names) => `There are no figures for ${names}.`,
    partialLegend: 'A role without a figure is not compared (which does not mean that it is alike). Measures with a figure for only one role are left out.',
    differentFigures: 'Differences in figures',
    differentRemark: 'Largest difference first, relative to how much occupations vary. The average is that of all occupations (about 500).',
    differentAmongRemark:
      'At least two of the roles differ. Largest difference first, relative to how much occupations vary. The average is that of all occupations (about 500).',
    alikeFigures: 'About the same in figures',
    alikeRemark: 'Too close for this survey to tell the roles apart.',
    differentShares: 'Getting in: differences',
    sharesRemark: 'Share of people in the job who gave this answer (employment and schooling: several answers allowed).',
    alikeShares: 'Getting in: about the same',
    answerTo: (question, answer) => `${question}: ${answer}`,
    answersRemark: 'Most frequent answers of people in the job',
    respondents: (count) => `The shares from here on are of about ${count} people.`,
    basedOn: 'Figures from',
    meanOf: 'Mean of',
    shiftedBy: 'Adjusted by',
    otherAnswers: 'All other answers: 0%.',
    range: 'Scale',
    shareRemark: 'Percentages: share of people in the occupation surveyed who do this (job tag).',
    evidence: 'Survey',
    estimated: (value) => `${value} (estimate)`,
    besideAverage: (value, average, isEstimated) => (isEstimated ? `${value} (estimate; average ${average})` : `${value} (average ${average})`),
    usedFor: 'Used for',
    chooseQuiz: 'Which one?',
    chooseNumber: 'Number, or ↑↓ and Enter · q to leave',
    quizKinds: {
      fit: 'Fit test (44 questions, 6 min)',
      quick: 'Quick test (22 questions, 3 min)',
      knowledge: 'Knowledge quiz (10 questions)',
    },
    quizNames: { fit: 'Fit test', quick: 'Quick fit test', knowledge: 'Knowledge quiz' },
    fitTests: { full: 'Fit test', quick: 'Quick fit test' },
    fitTitle: 'Roles that may suit you',
    answeredOf: (answered, asked) => `${answered} of ${asked} answered`,
    minutesLeft: (minutes) => `about ${minutes} min left`,
    itemHelp: 'Answer with 1–5, or ↑↓ and Enter · b back · s skip · q save and leave',
    askAvoid: 'Is there anything you would rather avoid? (Enter if not)',
    askAvoidHelp: 'Choose with numbers, or ↑↓ and space; Enter for the result · b back · q save and leave',
    cannotSave: 'Your answers cannot be saved, but you can go on. Keep the answer code that stands at the end.',
    savedSession: (id) => `Your answers so far are saved. Go on with\n  backoffice quiz --resume ${id}`,
    forgotten: (count) => (count === 0 ? 'There is no saved test.' : count === 1 ? 'Deleted one test.' : `Deleted ${count} tests.`),
    firstPlace: (roles) =>
      roles.length === 1 ? `The best fit is ${roles.join('')}.` : `The best fits are ${roles.slice(0, -1).join(', ')} and ${roles.at(-1) ?? ''}.`,
    manyFirst: (names) => `Your answers do not point to one role: ${names} are almost level.`,
    inJapanese: 'In Japanese',
    estimatedRemark: (names) => `What is known of ${names} is partly an estimate (backoffice guide figures).`,
    codeKept: (command) => `To see the result again:
  ${command}`,
    nameWithScore: (name, score) => `${name} (${score})`,
    clearResult: (next) => ` Next comes ${next}.`,
    sharedResult: (names) => ` ${names} are so close that the order among them means nothing.`,
    openResult: ' Even so, these answers say little.',
    warnings: {
      'all-equal': 'The answers do not differ, so there is nothing to go by. Try to tell what you would like from what you would not.',
      contradictory: 'Answers to similar questions contradict each other, so no role can be named from them. If you were in a hurry, try once more.',
      'too-few-answers': 'There are too few answers to compare roles by. Try answering some more.',
      'few-answers': 'Fewer than half of the questions were answered, so the result is rough.',
    },
    fitCaution: 'This is a clue for exploring jobs, not a validated test or a verdict on you. It must not be used to screen applicants.',
    fitOrder: 'In order of fit',
    fitOrderDoubtful: 'In order of your answers (not to be relied on)',
    fitOrderRemark: 'From 0 to 100, with 50 in the middle. These are not percentages or chances.',
    fitScore: 'Fit',
    comesFirst: 'first',
    sharesFirst: 'joint first',
    hasAvoided: 'has what you avoid',
    avoidRemark: (names) => `To avoid: ${names}. Each one that a role has takes 2 to 3 points off it.`,
    notComparedRemark: (names) => `Not compared: ${names} (their files say nothing that the test could use).`,
    reasonsFor: 'Why it may suit you (your answers)',
    reasonsRemark: 'What stands out, high or low, against the mean of all your answers.',
    spared: 'Little here of what you would rather not do',
    missing: 'Little here of what you would like to do',
    reasonsAgainst: 'Points to weigh (your answers)',
    hardParts: 'Hard parts that may bother you, and how to cope',
    worstFit: 'Furthest from your answers',
    nearestChange: 'The answer that would change the result',
    noNearestChange: 'Whichever one answer you change, no other role comes first.',
    nearestChangeRemark: (role) => `With this one answer different, ${role} would come first.`,
    yourAnswer: 'Your answer',
    otherAnswer: 'If you had said',
    answerCode: 'Keep the result',
    answerCodeRemark: 'The answer code contains all your answers. Think before you share it.',
    again: 'Show it again',
    goOn: 'Go on',
    finished: 'finished',
    sessionsTitle: 'Saved tests',
    noSessions: 'There is no saved test.',
    deleteSessions: 'Delete all',
    knowledgeTitle: 'Result of the knowledge quiz',
    knowledgeHelp: 'Answer with 1–4, or ↑↓ and Enter · s skip · q leave',
    knowledgeQuestions: {
      duty: 'Which role is this listed under?',
      summary: 'Which role is this?',
      qualification: 'For which role is this said to be useful?',
      'look-alike': 'Which role is this listed under? Mind the look-alikes.',
    },
    knowledgeScore: (right, total) => `${right} of ${total} right`,
    rightAnswer: (answer) => `Right: ${answer}.`,
    wrongAnswer: (answer) => `The answer is ${answer}.`,
    right: 'right',
    wrong: 'wrong',
    readAgain: 'Read again',
    sameQuestions: 'Same questions',
    checkTitle: 'Check of role files',
    roleList: 'Back-office roles',
    madeWith: 'Made with backoffice, a guide to Japanese back-office roles.',
    asTable: 'As a table',
    chartAverage: 'The upright line is the average',
    chartMiddle: 'The upright line is the middle',
    chartHatched: 'Hatched: an estimate',
    chartHollow: 'Hollow: an estimate',
    chartOf: (rows) => `Chart: ${rows.join(', ')}. The values are in the table below.`,
    you: 'You',
    dimension: 'Trait',
    radarTitle: 'You, and the roles that may suit you',
    radarRemark:
      'Up to nine of the traits named as reasons for and against (the fit is computed from all traits). Further out is stronger; ' +
      'the dark ring is the middle: for you the mean of your own answers, for roles the mean of the built-in ones.',
    allDimensions: 'Your answers by trait',
    allDimensionsRemark: 'The mean of the answers to its questions, from 1 to 5.',
    allAnswers: 'All answers',
    question: 'Question',
    checklistRemark: 'Tick off what you have found out.',
    searchTitle: (words) => `Search: ${words.join(' ')}`,
    foundPlaces: (places, subjects, areRoles) =>
      `${places === 1 ? '1 place' : `${places} places`} in ` +
      (subjects === 1 ? (areRoles ? '1 role' : '1 text') : `${subjects} ${areRoles ? 'roles' : 'roles, terms and topics'}`),
    doneBy: (words, roles) => `${words.join(' ')}: done by ${joinNames(roles)}.`,
    bothNames: (name, japaneseName) => (name === japaneseName ? name : `${name} (${japaneseName})`),
    searchedInstead: (from, to) => `‘${from}’ is nowhere to be found, so this is for ‘${to}’.`,
    searchedWithout: (words) => `Nowhere to be found, and left out: ${words.join(', ')}.`,
    foundApart: 'No passage has all the words. These have all of them, in different places.',
    foundSome: 'Nothing has all the words. These have some of them.',
    moreHits: (count) => `${count} more (--all shows them)`,
    address: 'Page',
    codeSystems: {
      'job-tag': 'job tag number',
      mhlw: 'Ministry of Health, Labour and Welfare code',
      jsoc: 'Japan Standard Occupational Classification',
      'onet-soc': 'O*NET-SOC code',
    },
    payNotRecorded: 'not given here',
    noConcept: 'Not a role in this catalogue, but a closely related term.',
    noPart: 'Nothing is recorded for this part.',
    guide: 'Guide to the back office',
    written: (path) => `Written to ${path}`,
    filesLeftOut: (count, folder) =>
      `Note: ${count === 1 ? '1 role file with a problem was' : `${count} role files with problems were`} left out (${folder}). To see why: backoffice check`,
    folderLeftOut: (folder, reason) => `Note: your folder of roles, ${folder}, cannot be read: ${reason}.`,
    moreProblems: (count) => `… and ${count} more`,
    sheetForms,
    columnsLeftOut: (columns) => {
      const names = columns.slice(0, mostListed).map(({ name, nearest }) => `'${name}'${nearest.length === 0 ? '' : ` (did you mean ${joinList(nearest)}?)`}`);
      return `Note: left out the ${columns.length === 1 ? 'column' : 'columns'} ${joinList(names)}${columns.length > mostListed ? ' …' : ''}`;
    },
    readAsShiftJis: 'Note: the file is not UTF-8; it was read as Shift_JIS.',
    scoring: (rows, share) => `Scoring … ${formatCount(rows)} rows${share === undefined ? '' : ` (${share}%)`}`,
    scored: (sheets, leftOut) =>
      `${formatCount(sheets)} ${sheets === 1 ? 'sheet' : 'sheets'} scored` +
      (leftOut === 0 ? '' : `, ${formatCount(leftOut)} ${leftOut === 1 ? 'row' : 'rows'} left out`),
    severities: { error: 'error', warning: 'warning', note: 'note' },
    checked: (files, { errors, warnings, notes }) => {
      const found = [count(errors, 'error'), count(warnings, 'warning'), count(notes, 'note')].filter((text) => !text.startsWith('0 '));
      return `${count(files, 'file')}: ${found.length === 0 ? 'no problems' : joinList(found)}.`;
    },
    chooseRole: 'Which role would you like to see?',
    chooseHelp: 'Type to narrow down, ↑↓ to move, Enter to choose',
    noChoice: 'No role fits',
  },
  newRole: {
    intro: 'This makes a file for a new role. Enter skips any question but the name; Ctrl-C leaves without writing anything.',
    askId: 'Id (such as eigyou-jimu)',
    askName: { ja: 'Name in Japanese (such as 営業事務)', en: 'Name (such as Sales support)' },
    askReading: 'How that is read, in kana',
    askSummary: { ja: 'The same in Japanese', en: 'What it does, in one sentence' },
    askResources: 'What it looks after (any number)',
    askResourcesHelp: 'Choose with numbers, or ↑↓ and space; Enter to go on',
    askClosest: 'The role that it is most like',
    noClosest: 'none in particular',
    askDuty: 'A main duty (such as Filing invoices)',
    noName: 'Please enter a name.',
    nameTaken: (id) => `That is the name of ${id}. Choose one that can be told from it.`,
    notKana: 'Please enter hiragana or katakana.',
    tooLong: (limit) => `That is too long (at most ${limit} characters).`,
    written: 'Wrote a role file:',
    copied: (name) => `Wrote a copy of the built-in role “${name}”. Commands that read this file use it in place of that one:`,
    edit: 'Edit',
    check: 'Check',
    show: 'Show',
  },
  roleFile: {
    intro: [
      'A role of your own for backoffice.',
      '- Lines with ## explain. You may delete them.',
      '- Lines with "# " are keys not in use. To use one, delete the "# " before it.',
      '- [Brackets] mark what is still to be written. Put your own words there.',
      '- Leave out what you do not know.',
      '- Texts are in Japanese (ja) and English (en). If you have only one of the two, write it as in "name: Sales support": it is shown in both languages.',
    ],
    copyIntro: (name) => [
      `A copy of the built-in role “${name}”. Commands that read this file use it in place of that one.`,
      '- To go back to the built-in role, delete this file.',
      '- The keys are explained by: backoffice new my-role -o -',
    ],
    keys: {
      id: 'The same as the name of the file: lower-case letters, digits and hyphens, at most 40 characters.',
      order: 'A number for the place in lists: small ones come first, roles without one last.',
      name: 'The name. In English, name the work (Clerical work), not the person (Clerk).',
      reading: 'How the Japanese name is read, in hiragana.',
      readings: 'How words of the texts are read, in hiragana. Lets search find them by kana and romaji, too.',
      aliases: 'Other names. The role is found by them, too. Romanisations need no alias.',
      family: 'One field. Roles of one field are the easiest to mix up.',
      resource: 'What it looks after, any number. Lets list --resource find it.',
      facets: 'Traits, any number. Let list --facet find it.',
      focus: 'A noun phrase that goes on from “This role is about …”.',
      summary: 'What the role does, in a sentence or two.',
      openLists: 'Sections whose entries are only examples: “and more” is added to them.',
      duties: 'Duties. text is a headline, detail a sentence or two (any section may have it), and frequency how often the duty comes round.',
      specialties: 'Specialties: what the role divides into, as clerical work into medical clerical work and others.',
      merits: 'Good sides. caution says what they do not promise.',
      demerits: 'Hard parts. coping says what helps. With avoidance, the fit test tells people who would rather avoid this.',
      suits: 'Whom it suits. dimension says which trait of the fit test that is (ids in the list under loadings).',
      qualifications: 'Qualifications that help.',
      entry: 'What it takes to get in.',
      checks: 'What to ask before applying.',
      confusedWith: 'How it differs from a role that it gets mixed up with; compare begins with it. with is the id of the other one, relation one of these:',
      measures: 'Official figures (job tag): ids of measures and their values. data/README.md has more.',
      loadings:
        'Traits for the fit test, from -2.5 (very little) to 2.5 (very much); 0 is about the average of the roles here. ' +
        'With five or more, the role takes part in the test. Delete the lines that you do not know.',
      sources: 'Sources, only where you wrote from one that the catalogue has (listed in data/sources.yaml).',
    },
    entryKeysIntro: 'Entries (- text) may also have these keys:',
    entryKeys: {
      topic: 'an id from the list below, when another role has the same: compare then says so',
      dimension: 'a trait of the fit test (ids in the list under loadings)',
      share: 'which part of the people in the job do this, 0 to 1 (duties and specialties only)',
      sources: 'sources of this entry only',
      evidence: 'what the figures of measures say of it: measures (their ids) and text (a sentence)',
    },
    topicsIntro: 'Ids for topic:',
    relations: { 'look-alike': 'the names or the work are alike', 'stand-in': 'one may also do the work of the other' },
    placeholders: {
      name: (id) => `[Name of ${id}]`,
      summary: '[What the role does, in one sentence]',
      alias: '[Another name]',
      focus: '[what the role is about]',
      duty: '[A duty]',
      nextDuty: '[Another duty]',
      detail: '[A sentence or two about it]',
      specialty: '[A specialty]',
      merit: '[A good side]',
      caution: '[What it does not promise]',
      demerit: '[A hard part]',
      coping: '[How to cope]',
      suits: '[Whom it suits]',
      qualification: '[A qualification that helps]',
      entry: '[What it takes to get in]',
      question: '[What to ask before applying]',
      difference: '[How the two differ, in a sentence or two]',
    },
  },
  contrast: (roles) => roles.map(({ name, focus }) => `${name} is about ${focus}.`).join(' '),
  sortKeys: { default: 'default', id: 'ID', name: 'name', family: 'field', resource: 'what it handles' },
  fileProblems,
  explainSheet,
  errors: {
    'unknown-role': ({ name, nearest, commands }) =>
      commands.length > 0
        ? { message: `There is no command or role ${quote(name)}.`, hints: suggest([...commands.map((command) => `backoffice ${command}`), ...named(nearest)]) }
        : { message: `There is no role ${quote(name)}.`, hints: [...suggest(named(nearest)), ...searchFor(name), 'All roles: backoffice list'] },
    'ambiguous-role': ({ name, candidates }) => ({
      message: `${quote(name)} could mean several roles.`,
      hints: [`Name one of them: ${joinList(named(candidates))}`],
    }),
    'unknown-guide-topic': ({ name, nearest, all }) => ({
      message: `The guide has no topic ${quote(name)}.`,
      hints: [...suggest(named(nearest)), `All topics: ${joinList(named(all))}`],
    }),
    'not-found': ({ query, nearest }) => ({
      message: `${quote(query)} is nowhere to be found, in the roles or the guide.`,
      hints: [...suggest(nearest), 'Try a shorter word, or another way of putting it. This guide may not cover it.'],
    }),
    'nothing-found': ({ words }) => ({
      message: words.length > 0 ? `No role mentions ${joinList(words.map(quote))}.` : 'No role fits.',
      hints: ['All roles: backoffice list', 'To filter by trait: backoffice list --help'],
    }),
    'bad-data': ({ diagnostics }) => ({
      message:
        diagnostics.length === 1
          ? '1 problem in the role files. Fix it and try again.'
          : `${diagnostics.length} problems in the role files. Fix them and try again.`,
    }),
    'data-folder': ({ path, reason }) => ({
      message: `The data folder '${cleanText(path)}' cannot be used: ${fileProblems[reason]}.`,
      hints: ['Give --data and BACKOFFICE_DATA folders that hold role files.'],
    }),
    'nothing-to-check': () => ({
      message: 'There are no role files of your own to check.',
      hints: ['Start one: backoffice new <id>', 'Check other files or folders: backoffice check <path>'],
    }),
    'output-file': ({ path, reason }) => ({
      message: `'${cleanText(path)}' cannot be written: ${fileProblems[reason]}.`,
      hints: ['Give -o a place that can be written to.'],
    }),
    'file-exists': ({ path }) => ({
      message: `'${cleanText(path)}' is there already, and will not be overwritten.`,
      hints: ['To change what it says, open the file.', 'For a new one, choose another id or place (-o).'],
    }),
    'no-user-folder': () => ({
      message: 'There is no home folder, and so no folder for your own roles.',
      hints: ['Give -o a place to write to.'],
    }),
    'catalogue-missing': () => ({ message: 'The catalogue has not been built yet.', hints: ['Run npm run build.'] }),
    'answer-code': ({ problem, position = 0, found = '', version = 0, supported = 0 }) => {
      const hints = ['Copy the answer code exactly as it stands at the end of a result.'];
      switch (problem) {
        case 'character':
          return { message: `Character ${position} of the answer code, '${cleanText(found)}', cannot stand in one.`, hints };
        case 'length':
          return { message: `The answer code has the wrong length (${found} characters).`, hints };
        case 'checksum':
          return { message: 'Somewhere in the answer code there is a slip.', hints };
        case 'version':
          return {
            message: `These are answers to version ${version} of the questions (this program has version ${supported}).`,
            hints: [`A backoffice-roles with version ${version} of the questions can read it.`],
          };
      }
    },
    'answer-sheet': (details) => explainSheetFile(details),
    'input-file': ({ path, reason }) => ({ message: `Cannot read '${cleanText(path)}': ${fileProblems[reason]}.`, hints: ['Check where the file is.'] }),
    'no-session': ({ id }) => ({
      message: id === undefined ? 'There is no test to go on with.' : `There is no saved test '${cleanText(id)}'.`,
      hints: ['Saved tests: backoffice quiz --sessions', 'Begin a new one: backoffice quiz'],
    }),
    'nothing-answered': () => ({ message: 'Not one question was answered, so there is no result.', hints: ['Begin again: backoffice quiz'] }),
    usage: explainUsage,
  },
  diagnostics: {
    'file-unreadable': ({ expected = 'other' }) => ({
      message: `This cannot be read: ${fileProblems[expected as FileProblem]}.`,
      hints: ['Check where it is and who may read it.'],
    }),
    'file-too-large': ({ expected }) => ({ message: `The file is too large (at most ${expected} bytes).`, hints: ['Give each role a file of its own.'] }),
    'file-not-text': () => ({ message: 'This is not a UTF-8 text file.', hints: ['Save it again as UTF-8.'] }),
    'file-empty': () => ({ message: 'The file is empty.', hints: ['Start with id, name and summary.'] }),
    'folder-empty': () => ({ message: 'There are no role files (*.yaml) in this folder.', hints: ['Start one: backoffice new <id>'] }),
    'yaml-syntax': ({ yamlCode = '' }) => ({
      message: `This is not valid YAML (${yamlCode}).`,
      hints: [yamlHints[yamlCode] ?? 'Check the indentation, quotes and brackets around it.'],
    }),
    'yaml-full-width': (diagnostic) =>
      diagnostic.name === '：'
        ? { message: 'The colon is full-width.', hints: ['Write an ordinary ":" and a space.'] }
        : { message: 'The indentation contains a full-width space.', hints: ['Use ordinary spaces.'] },
    'yaml-too-deep': () => ({ message: 'This is nested too deeply.', hints: ['Use fewer brackets or levels.'] }),
    'yaml-duplicate-key': () => ({ message: 'The same key appears twice.', hints: ['Keep one of them.'] }),
    'yaml-alias': (diagnostic) => ({ message: `YAML aliases such as *${diagnostic.name ?? ''} are not allowed.`, hints: ['Write the content itself.'] }),
    'yaml-tag': (diagnostic) => ({ message: `YAML tags such as ${diagnostic.name ?? ''} are not allowed.`, hints: ['Delete the tag.'] }),
    'yaml-multiple-documents': () => ({ message: 'The file holds more than one document (---).', hints: ['Give each role a file of its own.'] }),
    'reserved-key': (diagnostic) => ({ message: `The key ${nameOf(diagnostic)} is not allowed.`, hints: ['Use another name.'] }),
    'unknown-key': (diagnostic) => ({
      message: `There is no key ${nameOf(diagnostic)}.`,
      hints: (diagnostic.name ?? '').includes(' ') ? ['Put text that contains "," or ": " in quotes.'] : offer(diagnostic),
    }),
    'missing-key': (diagnostic) => ({ message: `The key ${nameOf(diagnostic)} is missing.`, hints: [`Add ${diagnostic.name ?? ''}:`] }),
    'missing-figure': (diagnostic) => ({
      message: `The role has no figure for ${nameOf(diagnostic)}.`,
      hints: ['Add it under measures, figures; or leave it out here.'],
    }),
    'wrong-type': (diagnostic) => ({
      message: diagnostic.name === undefined ? 'This value has the wrong type.' : `The value of ${nameOf(diagnostic)} has the wrong type.`,
      hints: [`Write ${types[diagnostic.expected ?? 'text'] ?? diagnostic.expected ?? ''}.`],
    }),
    'invalid-value': (diagnostic) => ({ message: `The value ${nameOf(diagnostic)} is not allowed.`, hints: offer(diagnostic) }),
    'invalid-id': (diagnostic) => ({
      message: `${nameOf(diagnostic)} cannot be an id.`,
      hints: [idRule],
    }),
    'reserved-id': (diagnostic) => ({ message: `${nameOf(diagnostic)} cannot be an id.`, hints: ['Choose another id.'] }),
    'invalid-reading': (diagnostic) => ({
      message: `The reading of ${nameOf(diagnostic)} is not all hiragana.`,
      hints: ['Write it in hiragana only, such as ねんまつちょうせい.'],
    }),
    'outside-scale': (diagnostic) => ({ message: `The value of ${nameOf(diagnostic)} is out of range.`, hints: [`Valid: ${diagnostic.expected ?? ''}`] }),
    'empty-text': (diagnostic) => ({ message: `${nameOf(diagnostic)} is empty.`, hints: ['Write something, or delete the key.'] }),
    'text-too-long': (diagnostic) => ({ message: `${nameOf(diagnostic)} is too long (at most 5000 characters).`, hints: ['Shorten it or split it up.'] }),
    'empty-list': (diagnostic) => ({ message: `The list ${nameOf(diagnostic)} is empty.`, hints: ['Add an entry, or delete the key.'] }),
    'unknown-reference': (diagnostic) => ({ message: `There is no id ${nameOf(diagnostic)}.`, hints: offer(diagnostic) }),
    'self-reference': (diagnostic) => ({ message: `${nameOf(diagnostic)} is this role itself.`, hints: ['Name another role or concept.'] }),
    'duplicate-id': (diagnostic) => ({ message: `The id ${nameOf(diagnostic)} is used elsewhere.`, hints: ['Choose another id.'] }),
    'duplicate-pair': (diagnostic) => ({ message: `The difference from ${nameOf(diagnostic)} appears twice.`, hints: ['Keep one of them.'] }),
    'file-name': (diagnostic) => ({
      message: `The id ${nameOf(diagnostic)} does not match the file name.`,
      hints: [`Name the file ${diagnostic.name ?? ''}.yaml, or make the id ${diagnostic.expected ?? ''}.`],
    }),
    'unknown-dimension': (diagnostic) => ({
      message: `The fit test has no dimension ${nameOf(diagnostic)}, so it passes over this.`,
      hints: offer(diagnostic),
    }),
    'missing-translation': ({ name }) =>
      name === undefined
        ? { message: 'All texts are in one language; the other shows the same.', hints: ['To say them in both, write { ja: …, en: … }.'] }
        : { message: `'${name}' is not translated.`, hints: ['Write { ja: …, en: … }.'] },
    'empty-section': (diagnostic) => ({
      message: `${nameOf(diagnostic)} has no entries.`,
      hints: [diagnostic.name === 'duties' ? 'Write what the role does: - text: …' : 'Add an entry, or delete the key.'],
    }),
    'same-name': (diagnostic) => ({
      message: `${nameOf(diagnostic)} is also a name of ${otherOf(diagnostic)}.`,
      hints: ['Use a name that only this role has.'],
    }),
    'near-duplicate': (diagnostic) => ({
      message: `Most entries are the same as those of ${otherOf(diagnostic)}.`,
      hints: ['To replace that role, take its id. Otherwise write how this one differs.'],
    }),
    placeholder: (diagnostic) => ({ message: `${nameOf(diagnostic)} is not written yet.`, hints: ['Put your own words in place of the brackets.'] }),
    'too-many-problems': ({ expected = '' }) => ({
      message: `There are ${expected} more problems in this file.`,
      hints: ['Fix those that are shown, and check it again.'],
    }),
    'replaces-role': (diagnostic) => ({
      message: `This replaces the built-in role ${nameOf(diagnostic)}.`,
      hints: ['If it should not, choose another id.'],
    }),
    'replaces-own': (diagnostic) => ({
      message: `This replaces ${nameOf(diagnostic)} of another file: ${diagnostic.other ?? ''}`,
      hints: ['If it should not, choose another id.'],
    }),
  },
  bug: 'This is a bug in the program. Please report it in the issue tracker of the place you got it from, with the command you ran and what follows.',
  error: 'error',
} as const satisfies Messages;
