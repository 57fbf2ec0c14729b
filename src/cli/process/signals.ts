import type { Signals } from '../prompts/signals.ts';

/** The signals of this process. */
export const signals: Signals = {
  onInterrupt: (listener) => listen('SIGINT', listener),
  onContinue: (listener) => (process.platform === 'win32' ? () => undefined : listen('SIGCONT', listener)),
  stop: () => {
    if (process.platform === 'win32') return false;
    // 0: all that belongs to the command line, as the system does it.
    process.kill(0, 'SIGTSTP');
    return true;
  },
};

function listen(signal: 'SIGINT' | 'SIGCONT', listener: () => void): () => void {
  process.on(signal, listener);
  return () => process.off(signal, listener);
}
