import type { ComponentChildren } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Language } from '../../core/catalogue/model.ts';
import { writeSecurityPolicy } from './content-security-policy.ts';

interface Head {
  readonly language: Language;
  readonly title: string;
  readonly styleSheet: string;
}

/** A file for a browser that holds all that it shows, and may do nothing else. */
export function writeDocument({ language, title, styleSheet }: Head, body: ComponentChildren): string {
  const markup = renderToStaticMarkup(
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={writeSecurityPolicy(styleSheet)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
      </head>
      <body>{body}</body>
    </html>,
  );
  return `<!doctype html>\n${markup}\n`;
}
