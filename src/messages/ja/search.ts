import type { SearchMessages } from '../types/search.ts';

export const search: SearchMessages = {
  labourMarket: '給与・求人・残業の統計は、次のコマンドで見られます。',
  ofOne: '一つの職種',
  inOrder: '職種を並べる',
  howToRead: '数字の読み方',
  title: (words) => `${words.map((word) => `「${word}」`).join('')}を探した結果`,
  foundPlaces: (places, subjects, areRoles) => `${areRoles ? `${subjects}職種` : `職種など${subjects}件`}、${places}か所で見つかりました`,
  doneBy: (words, roles) =>
    `${words.map((word) => `「${word}」`).join('')}は、${roles.length === 2 ? roles.join('と') : roles.join('、')}の仕事に挙げられています。`,
  bothNames: (name) => name,
  searchedInstead: (from, to) => `「${from}」は見つからないので、「${to}」を探しました。`,
  searchedWithout: (words) => `${words.map((word) => `「${word}」`).join('')}は見つからないので、ほかの言葉を探しました。`,
  foundApart: 'すべての言葉を一か所に含むものはありません。どこかに含む職種などを挙げます。',
  foundSome: 'すべての言葉を含むものはありません。一部を含むものを挙げます。',
  answered: (question, answer) => `${question}：${answer}`,
  moreHits: (count) => `ほか${count}か所（--all ですべて表示）`,
};
