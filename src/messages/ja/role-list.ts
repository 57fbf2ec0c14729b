import type { RoleListMessages } from '../types/role-list.ts';

export const roleList: RoleListMessages = {
  focus: '仕事の中心',
  title: 'バックオフィスの職種',
  sortKeys: { default: '標準', id: 'ID', name: '名前', family: '分野', resource: '扱うもの' },
};
