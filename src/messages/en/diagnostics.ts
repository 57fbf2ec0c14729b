import type { FileProblem } from '../../core/errors.ts';
import { command, say } from '../text.ts';
import type { Diagnostic } from '../../core/role-files/diagnostics.ts';
import type { DiagnosticMessages } from '../types/diagnostics.ts';
import { closingSigns, describeSign } from '../sign-names.ts';
import { fileProblems } from './errors.ts';
import { choose, idRule, suggest } from './words.ts';

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
const nameSign = (code: string) => {
  const common = { 'U+3000': 'a full-width space', 'U+00A0': 'a no-break space', 'U+200B': 'a zero-width space' };
  const { label, names } = describeSign(code, common, { space: 'an unusual space', invisible: 'an invisible character' });
  return `${label} (${names.join(', ')})`;
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

export const diagnostics: DiagnosticMessages = {
  'file-unreadable': ({ expected = 'other' }) => ({
    message: `This cannot be read: ${fileProblems[expected as FileProblem]}.`,
    hints: ['Check where it is and who may read it.'],
  }),
  'file-too-large': ({ expected }) => ({ message: `The file is too large (at most ${expected} bytes).`, hints: ['Give each role a file of its own.'] }),
  'file-not-text': () => ({ message: 'This is not a UTF-8 text file.', hints: ['Save it again as UTF-8.'] }),
  'file-empty': () => ({ message: 'The file is empty.', hints: ['Start with id, name and summary.'] }),
  'folder-empty': () => ({ message: 'There are no role files (*.yaml) in this folder.', hints: [say`Start one: ${command('new <id>')}`] }),
  'yaml-syntax': ({ yamlCode = '' }) => ({
    message: `This is not valid YAML (${yamlCode}).`,
    hints: [yamlHints[yamlCode] ?? 'Check the indentation, quotes and brackets around it.'],
  }),
  'yaml-unclosed': ({ name = '' }) => ({
    message: name === '{' || name === '[' ? `The ${name} that opens here is not closed.` : `The quotation mark ${name} that opens here is not closed.`,
    hints: [`Write ${closingSigns[name] ?? name} after what it holds.`],
  }),
  'yaml-closed-early': ({ name = '' }) => ({
    message: `The quotation mark ${name} that opens here is closed too early or too late: more text follows the next one.`,
    hints: [`Close the text right at its end. Inside it, write ${name === '"' ? '\\"' : "''"} for ${name}.`],
  }),
  'yaml-closed-in-comment': ({ name = '' }) => ({
    message: `From " #" on this is a comment, so the ${name} in it closes nothing.`,
    hints: ['Put text that contains " #" in quotes.'],
  }),
  'yaml-odd-space': ({ name = '', expected }) => ({
    message: `There is ${nameSign(name)} where YAML takes ordinary spaces only.`,
    hints: [expected === 'nothing' ? 'Delete it; where a space is needed, write an ordinary space.' : 'Write an ordinary space in its place.'],
  }),
  'yaml-full-width': () => ({ message: 'The colon is full-width.', hints: ['Write an ordinary ":" and a space.'] }),
  'yaml-missing-space': ({ name = '' }) => ({ message: `There is no space after "${name}".`, hints: ['Write an ordinary space after it.'] }),
  'yaml-too-deep': () => ({ message: 'This is nested too deeply.', hints: ['Use fewer brackets or levels.'] }),
  'yaml-duplicate-key': () => ({ message: 'The same key appears twice.', hints: ['Keep one of them.'] }),
  'yaml-repeated-keys': ({ expected = '' }) => ({
    message: `From here on ${expected} keys in a row appear again, as if this had been pasted twice.`,
    hints: ['Keep one of the copies.'],
  }),
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
  'one-of-two': (diagnostic) => ({
    message: `${nameOf(diagnostic)} and ${diagnostic.expected ?? ''} exclude each other.`,
    hints: ['Keep one of the two.'],
  }),
  'wrong-type': (diagnostic) => ({
    message: diagnostic.name === undefined ? 'This value has the wrong type.' : `The value of ${nameOf(diagnostic)} has the wrong type.`,
    hints: [`Write ${types[diagnostic.expected ?? 'text'] ?? diagnostic.expected ?? ''}.`],
  }),
  'invalid-value': (diagnostic) => ({ message: `The value ${nameOf(diagnostic)} is not allowed.`, hints: offer(diagnostic) }),
  'invalid-id': (diagnostic) => ({
    message: `${nameOf(diagnostic)} cannot be an id.`,
    hints: [idRule, ...(diagnostic.nearest === undefined ? [] : offer(diagnostic))],
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
    hints: [`Name the file ${diagnostic.name ?? ''}.yaml${diagnostic.expected === undefined ? '' : `, or make the id ${diagnostic.expected}`}.`],
  }),
  'unknown-dimension': (diagnostic) => ({
    message: `The fit test has no trait ${nameOf(diagnostic)}, so it passes over this.`,
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
  'comment-in-text': (diagnostic) => ({
    message: `From " #" on this is a comment, so it does not belong to ${nameOf(diagnostic)}.`,
    hints: ['If it should, put the whole text in quotes; if not, put the comment on a line of its own.'],
  }),
  'command-name': (diagnostic) => ({
    message: `${nameOf(diagnostic)} is a command, too: typed alone, it does not show this role.`,
    hints: [say`Choose another name, or show the role with: ${command(`show ${diagnostic.other ?? ''}`)}`],
  }),
  'shared-name': (diagnostic) => ({
    message: `${nameOf(diagnostic)} is what ${otherOf(diagnostic)} is called, too.`,
    hints: ['By this name alone, neither is shown. Choose another name, or take it out of one of the two.'],
  }),
  'hidden-name': (diagnostic) => ({
    message: `${nameOf(diagnostic)} is the ID or name of ${otherOf(diagnostic)}, so that is what it shows.`,
    hints: ['Choose another name, or take this one out.'],
  }),
  'same-name': (diagnostic) => ({
    message: `${nameOf(diagnostic)} may be spelled like a name of ${otherOf(diagnostic)}.`,
    hints: ['Its exact ID, kanji or kana mean this role alone. Where a spelling may be either, the program asks which one is meant.'],
  }),
  'hidden-title': (diagnostic) => ({
    message: `${nameOf(diagnostic)} is a name of ${otherOf(diagnostic)}, so that is what it shows.`,
    hints: ['Take it out of relatedTitles.'],
  }),
  'near-duplicate': (diagnostic) => ({
    message: `Most entries are the same as those of ${otherOf(diagnostic)}.`,
    hints: ['To replace that role, take its id. Otherwise write how this one differs.'],
  }),
  placeholder: (diagnostic) => ({ message: `${nameOf(diagnostic)} has not been written yet.`, hints: ['Put your own words in place of the brackets.'] }),
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
};
