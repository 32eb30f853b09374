import { expect, test } from 'vitest';
import type { Person } from '@/features/people';
import { found, nameOf } from './people';

const person = (email: string, more: Partial<Person> = {}): Person => ({ id: email, email, first_name: null, last_name: null, role: 'viewer', groups: [], created_at: '', last_login: null, status: 'active', restricted_at: null, can_sign_in: true, invited_until: null, ...more });

const ZOE = person('z.dupont@example.org', { first_name: 'Zoé', last_name: 'Dupont', groups: ['Équipe Sud'] });
const BEN = person('ben@example.org', { last_name: 'Dupont', groups: ['Sales'] });

test('found_partOfNameAddressOrGroup_inAnyLetters', () => {
  const emails = (wanted: string) => found([ZOE, BEN], wanted).map(({ email }) => email);
  expect(emails(' ')).toHaveLength(2);
  expect(emails('zoe')).toEqual([ZOE.email]);
  expect(emails('BEN@')).toEqual([BEN.email]);
  expect(emails('equipe sud')).toEqual([ZOE.email]);
  expect(emails('dupont sales')).toEqual([BEN.email]);
  // What ends one field and begins the next is no word of either.
  expect(emails('dupontz.')).toEqual([]);
});

test('nameOf_withoutAName_isTheAddress', () => {
  expect([ZOE, BEN, person('c@example.org')].map(nameOf)).toEqual(['Zoé Dupont', 'Dupont', 'c@example.org']);
});
