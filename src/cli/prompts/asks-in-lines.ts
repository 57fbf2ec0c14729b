/** Whether questions are asked line by line: for screen readers, and for terminals that cannot move their cursor. */
export function asksInLines({ ACCESSIBLE, TERM }: Readonly<Record<string, string | undefined>>): boolean {
  return (ACCESSIBLE ?? '') !== '' || TERM === 'dumb';
}
