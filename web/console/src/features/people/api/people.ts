import { request } from '@/http';
import type { Page } from '@/words';
import type { Person } from '../types';

export const peopleKey = ['people'] as const;
export const readPeople = () => request<Page<Person>>('GET', '/users?limit=200');
