import type { RoleListMessages } from '../types/role-list.ts';

export const roleList: RoleListMessages = {
  focus: 'About',
  title: 'Back-office roles',
  sortKeys: { default: 'default', id: 'ID', name: 'name', family: 'field', resource: 'what it handles' },
};
