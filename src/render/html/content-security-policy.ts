import { createHash } from 'node:crypto';

/** What a browser may do with a page: nothing but show its one style sheet. So whatever slips into the page does nothing. */
export function writeSecurityPolicy(styleSheet: string): string {
  const hash = createHash('sha256').update(styleSheet).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
