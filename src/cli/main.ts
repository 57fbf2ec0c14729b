import { chooseLanguage } from './command-line/language.ts';
import { tellVersion } from '../messages/version.ts';
import { readRelease } from './process/release.ts';
import { output } from './process/streams.ts';

/** Runs the program in this process. What `--version` alone does not need is loaded behind it. */
export async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.length === 1 && ['-V', '--version'].includes(args[0] ?? '')) {
    output.write(tellVersion(readRelease(), chooseLanguage(process.env)));
    return;
  }
  const { start } = await import('./process/start.ts');
  await start(args);
}
