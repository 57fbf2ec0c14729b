// The five usual ways to write kana in Latin letters, written down syllable by syllable: what the names of the program are held against.
export const systems = ['hepburn', 'kunrei', 'nihon', 'wapuro', 'passport'] as const;
export type System = (typeof systems)[number];

/** A syllable, then Hepburn, Kunrei, Nihon and what is typed on a keyboard, where they differ. */
const table = `
あ a|い i|う u|え e|お o|か ka|き ki|く ku|け ke|こ ko|が ga|ぎ gi|ぐ gu|げ ge|ご go
さ sa|し shi si si shi|す su|せ se|そ so|ざ za|じ ji zi zi ji|ず zu|ぜ ze|ぞ zo
た ta|ち chi ti ti chi|つ tsu tu tu tsu|て te|と to|だ da|ぢ ji zi di di|づ zu zu du du|で de|ど do
な na|に ni|ぬ nu|ね ne|の no|は ha|ひ hi|ふ fu hu hu fu|へ he|ほ ho|ば ba|び bi|ぶ bu|べ be|ぼ bo|ぱ pa|ぴ pi|ぷ pu|ぺ pe|ぽ po
ま ma|み mi|む mu|め me|も mo|や ya|ゆ yu|よ yo|ら ra|り ri|る ru|れ re|ろ ro|わ wa|ゐ i i wi wyi|ゑ e e we wye|を o o wo wo
きゃ kya|きゅ kyu|きょ kyo|ぎゃ gya|ぎゅ gyu|ぎょ gyo|しゃ sha sya sya sya|しゅ shu syu syu syu|しょ sho syo syo syo
じゃ ja zya zya ja|じゅ ju zyu zyu ju|じょ jo zyo zyo jo|ちゃ cha tya tya tya|ちゅ chu tyu tyu tyu|ちょ cho tyo tyo tyo
ぢゃ ja zya dya dya|ぢゅ ju zyu dyu dyu|ぢょ jo zyo dyo dyo|にゃ nya|にゅ nyu|にょ nyo|ひゃ hya|ひゅ hyu|ひょ hyo
びゃ bya|びゅ byu|びょ byo|ぴゃ pya|ぴゅ pyu|ぴょ pyo|みゃ mya|みゅ myu|みょ myo|りゃ rya|りゅ ryu|りょ ryo
しぇ she sye sye she|じぇ je zye zye je|ちぇ che tye tye che|いぇ ye|てぃ ti ti ti thi|でぃ di di di dhi|てゅ tyu tyu tyu thu|でゅ dyu dyu dyu dhu
とぅ tu tu tu twu|どぅ du du du dwu|ふぁ fa hwa hwa fa|ふぃ fi hwi hwi fi|ふぇ fe hwe hwe fe|ふぉ fo hwo hwo fo|ふゅ fyu hyu hyu fyu
うぃ wi|うぇ we|うぉ wo wo wo who|ゔ vu bu vu vu|ゔぁ va ba va va|ゔぃ vi bi vi vi|ゔぇ ve be ve ve|ゔぉ vo bo vo vo|ゔゅ vyu byu vyu vyu
つぁ tsa|つぇ tse|つぉ tso|くぁ kwa kwa kwa qa|くぃ kwi kwi kwi qi|くぇ kwe kwe kwe qe|くぉ kwo kwo kwo qo|ぐぁ gwa`;

const syllables = new Map(
  table
    .trim()
    .split(/[|\n]/)
    .map((line) => {
      const [kana = '', hepburn = '', kunrei = hepburn, nihon = kunrei, wapuro = hepburn] = line.split(' ');
      return [kana, { hepburn, kunrei, nihon, wapuro, passport: hepburn.replace('v', 'b') }] as const;
    }),
);

/** A reading in Latin letters; other characters than kana stay as they are. */
export function romanise(reading: string, system: System): string {
  const kana = reading.replace(/[ァ-ヶ]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0x60));
  let written = '';
  for (let at = 0; at < kana.length;) {
    const two = syllables.get(kana.slice(at, at + 2));
    const one = syllables.get(kana.charAt(at));
    if (two !== undefined || one !== undefined) written += (two ?? one)?.[system] ?? '';
    else if (kana[at] === 'ー') written += system === 'wapuro' ? '-' : '~';
    else written += kana.charAt(at);
    at += two === undefined ? 1 : 2;
  }
  return writeLong(writeSmallTsu(writeN(written, system), system), system);
}

function writeN(text: string, system: System): string {
  switch (system) {
    case 'wapuro':
      return text.replaceAll('ん', 'nn');
    case 'passport':
      return text.replace(/ん(?=[bmp])/g, 'm').replaceAll('ん', 'n');
    default:
      return text.replace(/ん(?=[aiueoy])/g, "n'").replaceAll('ん', 'n');
  }
}

function writeSmallTsu(text: string, system: System): string {
  const hepburn = system === 'hepburn' || system === 'passport' ? text.replace(/っ(?=ch)/g, 't') : text;
  return hepburn.replace(/っ(?=([a-z]))/g, '$1').replaceAll('っ', system === 'wapuro' ? 'xtu' : '');
}

// The mark of a long vowel stands for each of ー, おう, おお, うう, ああ, ええ: Hepburn has ō, Kunrei and Nihon ô; passports leave it out.
function writeLong(text: string, system: System): string {
  if (system === 'wapuro') return text;
  const long = text.replace(/ou|oo/g, 'o~').replace(/uu/g, 'u~').replace(/aa/g, 'a~').replace(/ee/g, 'e~');
  const mark = { hepburn: '\u0304', kunrei: '\u0302', nihon: '\u0302', passport: '' }[system];
  return long.replaceAll('~', mark).normalize('NFC');
}
