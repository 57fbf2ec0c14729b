import type { ComponentChildren } from 'preact';
import type { Language } from '../../core/catalogue/model.ts';
import { closeMark, openMark } from '../../pages/page.ts';

/** Runs of Japanese, with the punctuation and spaces between them. */
const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆ー][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆ー、。・「」（）〜]*/gu;

/** A text for a page in a language: Japanese in a page of another language says so, and what is to stand out is marked. */
export function writeText(text: string, language: Language): ComponentChildren {
  const parts = text.split(new RegExp(`(${openMark}[^${closeMark}]*${closeMark})`));
  return parts.map((part) => (part.startsWith(openMark) ? <mark>{nameLanguage(part.slice(1, -1), language)}</mark> : nameLanguage(part, language)));
}

function nameLanguage(text: string, language: Language): ComponentChildren {
  if (language === 'ja') return text;
  let last = 0;
  const parts: ComponentChildren[] = [];
  for (const { index, 0: found } of text.matchAll(japanese)) {
    parts.push(text.slice(last, index), <span lang="ja">{found}</span>);
    last = index + found.length;
  }
  return [...parts, text.slice(last)];
}

/** What stands beside a title, in a line. */
export function writeAsides(asides: readonly string[], say: (text: string) => ComponentChildren): ComponentChildren {
  return (
    <p class="asides">
      {asides.map((aside) => (
        <span>{say(aside)}</span>
      ))}
    </p>
  );
}
