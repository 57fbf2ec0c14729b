import type { SearchMessages } from '../types/search.ts';
import { joinNames } from './words.ts';

export const search: SearchMessages = {
  labourMarket: 'For the statistics on pay, openings and overtime:',
  ofOne: 'One role',
  inOrder: 'All in order',
  howToRead: 'How to read them',
  title: (words) => `Search: ${words.join(' ')}`,
  foundPlaces: (places, subjects, areRoles) =>
    `${places === 1 ? '1 place' : `${places} places`} in ` +
    (subjects === 1 ? (areRoles ? '1 role' : '1 text') : `${subjects} ${areRoles ? 'roles' : 'roles, terms and topics'}`),
  doneBy: (words, roles) => `${words.join(' ')}: done by ${joinNames(roles)}.`,
  bothNames: (name, japaneseName) => (name === japaneseName ? name : `${name} (${japaneseName})`),
  searchedInstead: (from, to) => `‘${from}’ is nowhere to be found, so this is for ‘${to}’.`,
  searchedWithout: (words) => `Nowhere to be found, and left out: ${words.join(', ')}.`,
  foundApart: 'No passage has all the words. These have all of them, in different places.',
  foundSome: 'Nothing has all the words. These have some of them.',
  answered: (question, answer) => `${question}: ${answer}`,
  moreHits: (count) => `${count} more (--all shows them)`,
};
