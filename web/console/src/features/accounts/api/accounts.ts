import type { Person } from '@/features/people';
import { request } from '@/http';

export const ACCOUNTS = '/users';

/** All the groups that the person is in from then on. */
export const regroup = ({ id, groups }: Pick<Person, 'id' | 'groups'>) => request<Person>('PATCH', `${ACCOUNTS}/${encodeURIComponent(id)}`, { groups });
