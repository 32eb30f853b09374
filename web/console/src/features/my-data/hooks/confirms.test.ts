import { expect, test } from 'vitest';
import { confirms } from './confirms';

test('confirms_ownAddress_whateverTheCase', () => {
  expect(confirms(' Ada@Example.org ', 'ada@example.org')).toBe(true);
});

test('confirms_anythingElse_doesNot', () => {
  expect(confirms('', 'ada@example.org')).toBe(false);
  expect(confirms('ada@example.or', 'ada@example.org')).toBe(false);
});

test('confirms_noAddress_neverDoes', () => {
  expect(confirms('', '')).toBe(false);
});
