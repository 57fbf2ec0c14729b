import { command, joinTexts } from '../messages/text.ts';
import type { Text } from '../messages/text.ts';

/**
 * A text of the guide with its commands as such. Only the program's own data has a guide, and in it "backoffice" with a command
 * behind it always is one; what people write themselves never comes here.
 */
export function nameCommands(text: string): Text {
  return joinTexts(
    text.split(/\bbackoffice (?=[a-z])/).flatMap((part, index) => {
      if (index === 0) return [part];
      const [line = ''] = /^[a-z]+/.exec(part) ?? [];
      return [command(line), part.slice(line.length)];
    }),
    '',
  );
}
