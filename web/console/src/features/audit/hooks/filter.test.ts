import { expect, test } from 'vitest';
import { EVERYTHING_CHANGED, filterOf, queryOf, searchOf } from './filter';

test('filterOf_address_andBack_isTheSame', () => {
  const search = { kind: 'all', action: 'policy_created', actor: 'none', from: '2026-03-01', to: '2026-03-02' };
  expect(searchOf(filterOf(search))).toEqual(search);
  expect(filterOf({})).toEqual(EVERYTHING_CHANGED);
  expect(searchOf(EVERYTHING_CHANGED)).toEqual({});
});

test('filterOf_whatItCannotMean_asksNothing', () => {
  expect(filterOf({ kind: 'both', action: 7, actor: '', from: 'May', to: '0202-01-01' })).toEqual(EVERYTHING_CHANGED);
});

test('queryOf_days_holdsBothWhole', () => {
  const query = new URLSearchParams(queryOf({ kind: 'look', action: 'users_viewed', actor: 'none', from: '2026-03-28', to: '2026-03-29' }));
  expect(Object.fromEntries(query)).toEqual({
    kind: 'look',
    action: 'users_viewed',
    actor: 'none',
    since: new Date(2026, 2, 28).toISOString(),
    until: new Date(2026, 2, 30).toISOString(),
  });
  expect(queryOf({ ...EVERYTHING_CHANGED, kind: 'all' })).toBe('');
});
