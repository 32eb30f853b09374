import { peopleKey, type Person } from '@/features/people';
import { useChange, usePages } from '@/http';
import { ACCOUNTS, invite, inviteAgain, regroup, withdrawInvitation } from '../api/accounts';

export const useAccounts = () => usePages<Person>([...peopleKey, 'list'], ACCOUNTS, 200);
export const useRegroup = () => useChange(peopleKey, regroup);
export const useInvite = () => useChange(peopleKey, invite);
export const useInviteAgain = () => useChange(peopleKey, inviteAgain);
export const useWithdrawInvitation = () => useChange(peopleKey, withdrawInvitation);
