import type { FileProblem, UsageProblem } from '../../core/errors.ts';
import { command, say } from '../text.ts';
import { cleanText, excerpt } from '../../core/clean.ts';
import { findExample, findSheetForm, formatCount, isAscii, isWord } from '../any-language.ts';
import type { ErrorMessages } from '../types/errors.ts';
import type { Explanation } from '../types/explanation.ts';
import { explainCondition } from './conditions.ts';
import { help } from './help.ts';
import { score } from './score.ts';
import { choose, idRule, joinList, named, quote, suggest } from './words.ts';

export const error = 'error';
export const bug =
  'This is a bug in the program. Please report it in the issue tracker of the place you got it from, with the command you ran and what follows.';

const nameRule = 'Japanese names go into the file (name).';
const seeHelp = 'Run it with --help to see the usage.';
// A word that is no role may stand in the texts of one.
const searchFor = (name: string) => (isWord(excerpt(name)) ? [say`To look for the word: ${command(`search ${excerpt(name)}`)}`] : []);

function explainUsage(details: UsageProblem): Explanation {
  switch (details.problem) {
    case 'unknown-command':
      return { message: `There is no command ${quote(details.name)}.`, hints: [...suggest(details.nearest), say`All commands: ${command('--help')}`] };
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
          ...findExample(help, details.command).map((example) => say`For example: ${example}`),
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
        hints: [details.command === 'show' ? say`To compare roles: ${command('compare jimu soumu')}` : seeHelp],
      };
    case 'invalid-value':
      return {
        message: `${details.option} does not take ${quote(details.value)}.`,
        hints: [...suggest(details.nearest), 'Use one of:'],
        choices: details.allowed,
      };
    case 'bad-condition':
      return explainCondition(details);
    case 'format-not-available':
      return { message: `${details.command} has no ${details.format} output.`, hints: choose(details.allowed) };
    case 'unknown-ending':
      return {
        message: `${details.command} cannot write files that end with ${excerpt(details.ending)}.`,
        hints: [`Use one of the endings ${details.allowed.join(', ')}; or name the format with --format.`],
      };
    case 'needs-terminal':
      return {
        message: 'Questions can only be answered at a terminal.',
        hints: [say`Use answers from a file: ${command('quiz --answers <file>')}`, say`Use an answer code: ${command('quiz --code <code>')}`],
      };
    case 'needs-yes':
      return { message: 'This would delete every saved test.', hints: [say`To delete them without being asked: ${command(`${details.command} --yes`)}`] };
    case 'input-is-terminal':
      return {
        message: `${details.command} reads what is piped into it, and nothing is.`,
        hints: [say`Pipe something into it: ${command(`${details.command} < answers.txt`)}`, 'Or name a file in place of -.'],
      };
    case 'output-is-input':
      return { message: `'${cleanText(details.path)}' is the file that is read. The result would take its place.`, hints: ['Give -o another file.'] };
    case 'file-on-terminal':
      return {
        message: `${details.format.toUpperCase()} goes into a file, not onto the terminal.`,
        hints: [`Add -o with a file, such as -o ${details.command}.${details.format}`],
      };
    case 'conflicting-options':
      return { message: `${details.names.join(' and ')} cannot be used together.`, hints: ['Give one of them.'] };
    case 'not-a-number':
      return { message: `${details.option} cannot be ${quote(details.value)}.`, hints: [`Give a whole number from ${details.minimum} to ${details.maximum}.`] };
    case 'too-few-roles':
      return { message: 'Name at least two roles to compare.', hints: [say`For example: ${command('compare jimu soumu')}`] };
    case 'too-many-roles':
      return { message: `At most ${details.limit} roles can be compared at once (you named ${details.given}).`, hints: ['Leave some out.'] };
    case 'same-role-twice':
      return { message: `The role ${details.name} is named twice.`, hints: [say`Compare it with another one. All roles: ${command('list')}`] };
    case 'invalid-id':
      return { message: `${quote(details.name)} cannot be an id.`, hints: [...suggest(details.nearest), idRule, ...(isAscii(details.name) ? [] : [nameRule])] };
    case 'id-taken':
      return {
        message: `The id ${details.id} cannot be told from ${details.by.name.en} (${details.by.id}).`,
        hints: ['Choose another id.'],
      };
    case 'role-file-name':
      return {
        message: `'${cleanText(details.path)}' cannot be used: a role file is named after its id.`,
        hints: [`Call the file ${details.expected}, or give -o a folder, with a slash at its end.`],
      };
  }
}

export const fileProblems: Readonly<Record<FileProblem, string>> = {
  'not-found': 'not found',
  'not-a-folder': 'not a folder',
  'is-a-folder': 'a folder, not a file',
  'not-a-file': 'not a regular file',
  'no-permission': 'permission denied',
  'no-role-files': 'it holds no role files (*.yaml)',
  'disk-full': 'the disk is full',
  'too-large': 'it is too large',
  'too-many-files': 'it holds too many role files (more than 5,000)',
  'read-only': 'the place is read-only',
  'link-loop': 'the link leads back to itself',
  'dead-link': 'there is a link there that leads nowhere',
  changed: 'it changed while it was read',
  other: 'it cannot be read or written',
};

export const errors: ErrorMessages = {
  'unknown-role': ({ name, nearest, commands }) =>
    commands.length > 0
      ? { message: `There is no command or role ${quote(name)}.`, hints: suggest([...commands.map(command), ...named(nearest)]) }
      : { message: `There is no role ${quote(name)}.`, hints: [...suggest(named(nearest)), ...searchFor(name), say`All roles: ${command('list')}`] },
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
  'nothing-found': ({ words, unknown = [] }) => ({
    message: words.length > 0 ? `No role mentions ${joinList(words.map(quote))}.` : 'No role fits.',
    hints: [
      ...(unknown.length === 0 ? [] : [`No figures, so it is not known whether they fit: ${joinList(named(unknown))}`]),
      say`All roles: ${command('list')}`,
      say`To filter by trait or figure: ${command('list --help')}`,
    ],
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
    hints: [say`Start one: ${command('new <id>')}`, say`Check other files or folders: ${command('check <path>')}`],
  }),
  'output-file': ({ path, reason }) => ({
    message: `'${cleanText(path)}' cannot be written: ${fileProblems[reason]}.`,
    hints: ['Give -o a place that can be written to.'],
  }),
  'output-folder': ({ path, reason }) => ({
    message: `No pages can be written to '${cleanText(path)}': ${fileProblems[reason]}.`,
    hints: ['Give --pages a folder that can be written to.'],
  }),
  'pages-exist': ({ path }) => ({
    message: `'${cleanText(path)}' already exists. No page was written.`,
    hints: ['Give --pages another folder.', 'To overwrite what is there, add --force.'],
  }),
  'file-exists': ({ path }) => ({
    message: `'${cleanText(path)}' already exists, and will not be overwritten.`,
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
        return { message: `Character ${position} of the answer code, '${cleanText(found)}', cannot be used in one.`, hints };
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
  'answer-sheet': ({ file, line, column, ...problem }) => {
    const { message, hints = [] } = score.explainSheet({ line, column, ...problem });
    const form = findSheetForm(problem.problem);
    return { message: `${cleanText(file)}:${line}:${column} ${message}`, hints: [...hints, ...(form === undefined ? [] : [score.forms[form]])] };
  },
  'input-file': ({ path, reason }) => ({
    message: `Cannot read '${cleanText(path)}': ${fileProblems[reason]}.`,
    hints: [reason === 'changed' ? 'Run it again once nothing writes into it.' : 'Check where the file is.'],
  }),
  'no-session': ({ id }) => ({
    message: id === undefined ? 'There is no test to go on with.' : `There is no saved test '${cleanText(id)}'.`,
    hints: [say`Saved tests: ${command('quiz --sessions')}`, say`Begin a new one: ${command('quiz')}`],
  }),
  'nothing-answered': () => ({ message: 'Not one question was answered, so there is no result.', hints: [say`Begin again: ${command('quiz')}`] }),
  'workbook-full': ({ most }) => ({
    message: `There are too many people for a workbook (over ${formatCount(most)}).`,
    hints: ['CSV takes any number: -o results.csv'],
  }),
  usage: explainUsage,
};
