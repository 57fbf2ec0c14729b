import type { Context } from '../context.ts';
import type { Messages } from '../messages/messages.ts';
import type { LocalizedCommand } from '../program.ts';
import { registerCompare } from './compare.ts';
import { registerGuide } from './guide.ts';
import { registerHelp } from './help.ts';
import { registerList } from './list.ts';
import { registerShow } from './show.ts';

/** Adds one command to the program. */
export type Registrar = (program: LocalizedCommand, context: Context, messages: Messages) => void;

// To add a command: one file beside this one and one entry here, in the order of the help.
export const registrars: readonly Registrar[] = [registerList, registerShow, registerCompare, registerGuide, registerHelp];
