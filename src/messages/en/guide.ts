import type { GuideMessages } from '../types/guide.ts';

export const guide: GuideMessages = {
  title: 'Guide to the back office',
};
