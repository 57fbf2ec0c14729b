import { formatCount } from '../any-language.ts';
import type { GroupMessages } from '../types/group.ts';

export const group: GroupMessages = {
  title: 'The group at a glance',
  people: (count) => `${formatCount(count)} people`,
  tooFew:
    'There are under five people, so the group is not summarised: it would show who answered what. ' +
    'Please look at each result together with the person whose it is.',
  caution:
    'This shows what a group is like; it does not rank people. The test is not validated, and must not be used to screen applicants or to appraise staff.',
  underFive: 'under five',
  withheld: 'withheld',
  hiddenRemark: '“Under five” is 0 to 4 people. Numbers from which a few people could be worked out are withheld, too.',
  noCounts: 'No numbers are given: in this group, each of them would tell of fewer than five people.',
  underFiveOf: (names) => `Under five (nobody included): ${names}`,
  first: 'Roles that come first, alone',
  shared: 'Roles that come joint first',
  sharedRemark: 'People with two or three roles level are counted once for each of these.',
  standings: 'Not one role alone',
  standing: {
    shared: 'two or three roles level',
    open: 'open (four or more level, or fewer than half of the questions answered)',
    undecided: 'undecided (answers to similar questions differ widely)',
    unscorable: 'not comparable (answers all alike, or too few)',
  },
  avoid: 'What people would rather avoid',
  avoidRemark: 'Everybody could choose several.',
  neighbours: 'Neighbouring roles that go with the answers',
  neighboursRemark: 'How many results name each; a result names up to three.',
  count: 'People',
  answer: 'Result',
  hardPart: 'To avoid',
  mean: 'Mean ±spread',
  profile: 'Mean and spread of the answers, by trait',
  profileRemark:
    'The mean of the answers from 1 to 5. The spread is the standard deviation: the larger, the more people differ. ' +
    'The undecided and those not comparable are left out.',
};
