import type { Language } from '../core/catalogue/model.ts';
import type { Messages } from './messages.ts';

/** The messages of one language; the others are not loaded. To add a language: one file and one line here. */
export async function loadMessages(language: Language): Promise<Messages> {
  const load: Record<Language, () => Promise<Messages>> = {
    ja: async () => (await import('./ja/index.ts')).ja,
    en: async () => (await import('./en/index.ts')).en,
  };
  return load[language]();
}
