import { expect, test } from 'vitest';
import type { Conditions } from '../types';
import { groupChoices, namedGroups } from './namedGroups';

const policy = (name: string, user_group: string[] | null, enabled = true) => ({ name, enabled, conditions: { user_group } as Conditions });

test('namedGroups_severalPolicies_haveTheNamesOfEach', () => {
  const named = namedGroups([policy('Trial', ['research', 'all']), policy('Nobody', null), policy('Secrets', ['research', 'Sales']), policy('Off', ['Sales', 'legal'], false)]);
  expect([...named]).toEqual([['research', ['Trial', 'Secrets']], ['Sales', ['Secrets']], ['legal', []]]);
});

test('groupChoices_ofSeveralSources_standOnceInOrder', () => {
  expect(groupChoices(['Sales', 'legal'], new Map([['legal', 1], ['équipe', 1]]).keys())).toEqual(['équipe', 'legal', 'Sales']);
});
