/** What holds tables in it: a zip archive, as workbooks are, or the container of old and of locked workbooks. */
export type Container = 'zip' | 'compound';

const marks: readonly (readonly [Container, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // An archive with nothing in it.
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['compound', [0xd0, 0xcf, 0x11, 0xe0]],
];

/** So many bytes tell a container. */
export const containerMark = 4;

/** The container that bytes begin, whatever the file is called; undefined for anything else. */
export function findContainer(head: Uint8Array): Container | undefined {
  return marks.find(([, mark]) => mark.every((byte, place) => head[place] === byte))?.[0];
}
