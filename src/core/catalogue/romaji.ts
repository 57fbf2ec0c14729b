// Kana in Latin letters, in every way in which people write them: Hepburn, Kunrei, Nihon, as in passports, as on a keyboard.
// No library knows more than one or two: wanakana 5.3.1 writes オフィス `ofyisu`, マーケティング `maaketeingu`, ウェブ `uebu` and ファイル
// `fuairu`, which nobody does, and reads neither `dzu` nor `nn` before a consonant.

const rows: readonly (readonly [kana: string, consonant: string])[] = [
  ['あいうえお', ''],
  ['かきくけこ', 'k'],
  ['がぎぐげご', 'g'],
  ['さしすせそ', 's'],
  ['ざじずぜぞ', 'z'],
  ['たちつてと', 't'],
  ['だぢづでど', 'd'],
  ['なにぬねの', 'n'],
  ['はひふへほ', 'h'],
  ['ばびぶべぼ', 'b'],
  ['ぱぴぷぺぽ', 'p'],
  ['まみむめも', 'm'],
  ['や　ゆ　よ', 'y'],
  ['らりるれろ', 'r'],
  ['わゐ　ゑを', 'w'],
  ['　　ゔ　　', 'v'],
];
const vowels = Array.from('aiueo');

/** Other spellings than those of the rows: Hepburn, then those of today for what is no longer spoken, then those that only keyboards know. */
const others: Readonly<Record<string, string>> = {
  し: 'shi ci',
  ち: 'chi',
  つ: 'tsu',
  ふ: 'fu',
  じ: 'ji',
  ぢ: 'ji zi dji dzi',
  づ: 'zu dzu',
  ゐ: 'i wyi',
  ゑ: 'e wye',
  を: 'o',
  ゔ: 'v bu',
  か: 'ca',
  く: 'cu qu',
  こ: 'co',
  せ: 'ce',
  い: 'yi',
  う: 'wu whu',
  ゕ: 'ka',
  ゖ: 'ke',
};

/** What Hepburn writes before a vowel for a kana with a small one, and other such beginnings. With ゃ, ゅ, ょ a `y` follows where nothing else does. */
const beginnings: Readonly<Record<string, { readonly glide?: string; readonly vowel?: string }>> = {
  し: { glide: 'sh sy', vowel: 'sh sy' },
  ち: { glide: 'ch ty cy', vowel: 'ch ty cy' },
  じ: { glide: 'j zy jy', vowel: 'j zy jy' },
  ぢ: { glide: 'j dy zy jy dj', vowel: 'j dy zy jy' },
  ふ: { glide: 'fy hy', vowel: 'f fw hw' },
  ゔ: { glide: 'vy by', vowel: 'v b' },
  う: { vowel: 'w wh' },
  て: { glide: 'ty th', vowel: 't th' },
  で: { glide: 'dy dh', vowel: 'd dh' },
  と: { glide: 'ty', vowel: 't tw' },
  ど: { glide: 'dy', vowel: 'd dw' },
  つ: { vowel: 'ts' },
  す: { vowel: 's sw' },
  ず: { vowel: 'z zw' },
  く: { vowel: 'kw q qw' },
  ぐ: { vowel: 'gw' },
};

const smallVowels: Readonly<Record<string, string>> = { ぁ: 'a', ぃ: 'i', ぅ: 'u', ぇ: 'e', ぉ: 'o' };
const smallGlides: Readonly<Record<string, string>> = { ゃ: 'ya', ゅ: 'yu', ょ: 'yo', ゎ: 'wa' };
const typedSmallTsu = ['xtu', 'ltu', 'xtsu', 'ltsu'];
/** Each vowel, and the kana that make it long. */
const longer: Readonly<Record<string, string>> = { a: 'あー', i: 'いゐー', u: 'うー', e: 'えいゑー', o: 'おうをー' };

/** What is written as one: っ with what it doubles, a kana with a small one, any other character. */
const units = /っ+(?:[ぁ-ゖ][ゃゅょぁぃぅぇぉゎ]?)?|[ぁ-ゖ][ゃゅょぁぃぅぇぉゎ]?|./gsu;

/**
 * Whether Latin letters may be a spelling of kana, or the beginning of one. Both as `loosenName` writes them: a long mark of the letters is `:`.
 * Kana among what was typed mean themselves; other characters of the name must stand there as they are.
 */
export function findSpelling(typed: string, kana: string): 'whole' | 'start' | undefined {
  let places = new Set([0]);
  let isStart = false;
  let vowel = '';
  for (const { 0: unit, index } of kana.matchAll(units)) {
    const next = new Set<number>();
    const isLong = vowel !== '' && unit.length === 1 && (longer[vowel] ?? '').includes(unit);
    const behind = kana.slice(index + unit.length, index + unit.length + 1);
    for (const place of places) {
      const spellings = isLong ? spellLong(unit, vowel, isKana(typed.slice(place - 1, place))) : spellUnit(unit, behind, index > 0);
      for (const spelling of spellings) {
        if (typed.startsWith(spelling, place)) {
          // The h of `oh` belongs to what follows where that is spoken.
          if (!(isLong && spelling === 'h' && /^[aiueoy]/.test(typed.slice(place + 1)))) next.add(place + spelling.length);
        }
        isStart ||= place + spelling.length >= typed.length && spelling.startsWith(typed.slice(place));
      }
    }
    if (next.size === 0) return isStart ? 'start' : undefined;
    places = next;
    if (!isLong) vowel = vowelOf(unit);
  }
  return places.has(typed.length) ? 'whole' : isStart ? 'start' : undefined;
}

/** Kana as Hepburn writes them, long vowels as in kana: こうほう is `kouhou`, マーケティング `maaketingu`. What is no kana stays. */
export function romanize(kana: string): string {
  let vowel = '';
  return kana.replaceAll(units, (unit) => {
    if (unit === 'ー') return vowel;
    const [first = unit] = spellUnit(unit);
    vowel = vowelOf(unit);
    return first;
  });
}

// In Latin letters a long vowel is doubled, marked, left out (passports), or written with an h or as in kana; in kana the mark stands for any.
function spellLong(unit: string, vowel: string, inKana: boolean): readonly string[] {
  if (inKana) return unit === 'ー' ? Array.from(longer[vowel] ?? '') : [unit, 'ー'];
  return ['', ':', 'h', vowel, ...(vowel === 'o' ? ['u'] : vowel === 'e' ? ['i'] : []), ...(/[ゐゑを]/.test(unit) ? spellUnit(unit) : [unit])];
}

function isKana(character: string): boolean {
  return /[ぁ-ゖー]/.test(character);
}

const known = new Map<string, readonly string[]>();

function spellUnit(unit: string, behind = '', isInside = false): readonly string[] {
  if (unit === 'ん') return ['n', 'nn', 'xn', 'ん', ...(/[ばびぶべぼぱぴぷぺぽまみむめもゔ]/.test(behind) ? ['m'] : [])];
  // The particle, at the end of a name: バックオフィスとは.
  if (unit === 'は' && isInside && behind === '') return ['ha', 'wa', 'は'];
  const spellings = known.get(unit) ?? [...spellKana(unit), unit];
  known.set(unit, spellings);
  return spellings;
}

function spellKana(unit: string): readonly string[] {
  const doubled = /^っ+/.exec(unit)?.[0].length ?? 0;
  if (doubled > 0) return double(unit.slice(doubled), doubled);
  const [first = '', small] = Array.from(unit);
  if (small !== undefined) return spellPair(first, small);
  const vowel = smallVowels[first] ?? smallGlides[first];
  if (vowel !== undefined) return [vowel, `x${vowel}`, `l${vowel}`];
  if (/^[aiueo]$/.test(first)) return [first, `${first}:`];
  const regular = regularOf(first);
  const other = others[first]?.split(' ') ?? [];
  const isHepburnOther = /[しちつふじぢづをゐゑゕゖ]/.test(first);
  const all = isHepburnOther ? [...other, ...regular] : [...regular, ...other];
  return /[ゕゖ]/.test(first) ? [...all, ...all.flatMap((spelling) => [`x${spelling}`, `l${spelling}`])] : all;
}

function double(unit: string, times: number): readonly string[] {
  const spellings = unit === '' ? [''] : spellUnit(unit);
  const repeat = (text: string) => text.repeat(times);
  const doubled = spellings.flatMap((spelling) => {
    if (!/^[b-df-hj-np-tv-z]/.test(spelling)) return [];
    const begun = [repeat(spelling.charAt(0)) + spelling];
    return spelling.startsWith('ch') ? [`${repeat('t')}${spelling}`, ...begun] : begun;
  });
  const apart = spellings.flatMap((spelling) => [...typedSmallTsu, 'っ'].map((small) => repeat(small) + spelling));
  return doubled.length > 0
    ? [...doubled, ...apart]
    : ['', 't', ...apart].flatMap((spelling) => (unit === '' ? [spelling] : spellings.map((own) => spelling + own)));
}

function spellPair(first: string, small: string): readonly string[] {
  const vowel = smallVowels[small] ?? (smallGlides[small] ?? '').slice(1);
  const isGlide = small in smallGlides;
  const given = isGlide && small !== 'ゎ' ? beginnings[first]?.glide : beginnings[first]?.vowel;
  const base = spellKana(first);
  const consonant = (regularOf(first)[0] ?? '').replace(/[aiueo]$/, '');
  const begun = given?.split(' ') ?? (/[ぃきぎしじちぢにひびぴみりい]/.test(first) || isGlide ? [`${consonant}y`] : []);
  // ティ as `tei`, ウェ as `ue`: letter by letter.
  const apart = isGlide ? [] : base.map((spelling) => spelling + vowel);
  const typed = base.flatMap((spelling) => spellKana(small).flatMap((own) => (/^[xl]/.test(own) ? [spelling + own] : [])));
  return [...begun.map((beginning) => beginning + vowel), ...apart, ...typed];
}

function regularOf(kana: string): readonly string[] {
  for (const [row, consonant] of rows) {
    const place = row.indexOf(kana);
    if (place >= 0) return [consonant + (vowels[place] ?? '')];
  }
  return [];
}

function vowelOf(unit: string): string {
  const last = unit.slice(-1);
  const small = smallVowels[last] ?? smallGlides[last];
  return (small ?? regularOf(last)[0] ?? others[last]?.slice(-1) ?? '').slice(-1).replace(/[^aiueo]/, '');
}
