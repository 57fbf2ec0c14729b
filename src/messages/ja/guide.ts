import type { GuideMessages } from '../types/guide.ts';

export const guide: GuideMessages = {
  title: 'バックオフィスの手引き',
};
