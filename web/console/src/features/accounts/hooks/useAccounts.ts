import { peopleKey, type Person } from '@/features/people';
import { useChange, usePages } from '@/http';
import { ACCOUNTS, regroup } from '../api/accounts';

export const useAccounts = () => usePages<Person>([...peopleKey, 'list'], ACCOUNTS, 200);
export const useRegroup = () => useChange(peopleKey, regroup);
