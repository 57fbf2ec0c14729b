import { formatCount } from '../any-language.ts';
import type { GroupMessages } from '../types/group.ts';

export const group: GroupMessages = {
  title: 'グループのまとめ',
  people: (count) => `${formatCount(count)}人`,
  tooFew: '5人未満なので、まとめは出しません。人数が少ないと、誰がどう答えたかがわかってしまうためです。一人ひとりの結果は、本人と一緒にご覧ください。',
  caution: 'グループの様子を知るためのもので、人の順位は付けていません。妥当性を検証した検査ではないので、採用の選考や人事評価には使わないでください。',
  underFive: '5人未満',
  withheld: '伏せています',
  hiddenRemark: '「5人未満」は0〜4人です。少ない人数が計算でわかってしまう数も、伏せています。',
  noCounts: '人数は出しません。このグループでは、どの数からも、5人未満の人のことがわかってしまうためです。',
  underFiveOf: (names) => `5人未満（0人を含む）: ${names}`,
  first: '一つだけ1位になった職種',
  shared: '同じくらい1位になった職種',
  sharedRemark: '二つか三つの職種が並んだ人を、並んだ職種のそれぞれで数えています。',
  standings: '一つに絞れなかった人',
  standing: {
    shared: '二つか三つの職種が並ぶ',
    open: '絞れない（四つ以上が並ぶか、答えが半分より少ない）',
    undecided: '迷い中（似た質問への答えが大きく違う）',
    unscorable: '比べられない（答えに差がないか、少なすぎる）',
  },
  avoid: '避けたいこと',
  avoidRemark: '一人がいくつ選んでもよい質問です。',
  neighbours: '答えに合う、周辺の職種',
  neighboursRemark: '結果に名前が挙がった人の数です（一人に三つまで）。',
  count: '人数',
  answer: '結果',
  hardPart: 'こと',
  mean: '平均 ±ばらつき',
  profile: '特徴ごとの、答えの平均とばらつき',
  profileRemark: '1〜5の答えの平均です。ばらつきは標準偏差で、大きいほど人によって違います。迷い中の人と、比べられない人は除いています。',
};
