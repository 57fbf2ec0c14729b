/** Random bytes as hexadecimal digits, as for a name that nothing else has. */
export function randomHex(bytes: number): string {
  // Imported, the module would be loaded where nothing is written, which takes longer than to draw a page.
  return process.getBuiltinModule('node:crypto').randomBytes(bytes).toString('hex');
}
