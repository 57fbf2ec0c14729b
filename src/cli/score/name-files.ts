/** Bytes of a name before its ending: every file system takes 255, an encrypted one 143, and a name needs room for a number behind it. */
const longestName = 120;

/** What Windows takes for devices, whatever ending follows. */
const devices = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|$))/i;

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * A name as the name of a file, without its ending, on every system: nothing of it leads elsewhere, hides, or is a device. Empty where nothing of it is left.
 * @param name cleaned, as by `cleanText`.
 */
export function toFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[ .~-]+/, '')
    .replace(devices, (device) => `_${device}`);
  return cutBytes(plain, longestName).replace(/[ .]+$/, '');
}

/** As much of a text as takes at most so many bytes, its characters whole. */
function cutBytes(text: string, most: number): string {
  let length = 0;
  let cut = '';
  for (const { segment } of segmenter.segment(text)) {
    length += Buffer.byteLength(segment);
    if (length > most) break;
    cut += segment;
  }
  return cut;
}

/** Whether two names are one for some file system: without regard to case, width or composition. */
function foldFileName(name: string): string {
  return name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}

/**
 * Names for files that no two of them share on any file system: the second of two gets a number behind it.
 * @param names what to make them from; undefined and empty ones get their place in the list, padded as all of them are.
 * @param taken names that are for other files.
 */
export function nameFiles(names: readonly (string | undefined)[], taken: readonly string[] = []): string[] {
  const digits = Math.max(3, String(names.length).length);
  const used = new Set(taken.map(foldFileName));
  const next = new Map<string, number>();
  return names.map((name, place) => {
    const wanted = toFileName(name ?? '') || String(place + 1).padStart(digits, '0');
    const folded = foldFileName(wanted);
    let found = wanted;
    let number = next.get(folded) ?? 2;
    for (; used.has(foldFileName(found)); number += 1) found = `${wanted}-${number}`;
    next.set(folded, number);
    used.add(foldFileName(found));
    return found;
  });
}
