import type { Person } from '@/features/people';
import { request } from '@/http';

export const ACCOUNTS = '/users';

export interface NewInvitation {
  email: string;
  role: Person['role'];
  first_name: string;
  last_name: string;
}

/** A link is shown this once: a path of this server. It was mailed where there is none. */
export interface Invited {
  user: Person;
  mailed: boolean;
  link: string | null;
  expires_at: string;
}

const invitation = (id: string) => `${ACCOUNTS}/${encodeURIComponent(id)}/invitation`;
export const invite = (wanted: NewInvitation) => request<Invited>('POST', ACCOUNTS, wanted);
/** `mail` false: the link is shown also where it could be mailed. */
export const inviteAgain = ({ id, mail }: { id: string; mail: boolean | null }) => request<Invited>('POST', invitation(id), { mail });
export const withdrawInvitation = (id: string) => request<Person>('DELETE', invitation(id));

/** All the groups that the person is in from then on. */
export const regroup = ({ id, groups }: Pick<Person, 'id' | 'groups'>) => request<Person>('PATCH', `${ACCOUNTS}/${encodeURIComponent(id)}`, { groups });
