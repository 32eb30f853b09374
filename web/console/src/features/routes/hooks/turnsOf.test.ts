import { expect, test } from 'vitest';
import { modelsOf, turnsOf } from './turnsOf';

const target = (provider: string, weight: number, priority: number) => ({ provider, model: 'm', weight, priority });

test('turnsOf_severalOfOnePriority_shareByWeight', () => {
  const turns = turnsOf([target('c', 1, 2), target('a', 3, 1), target('b', 1, 1)]);
  expect(turns.map(({ priority }) => priority)).toEqual([1, 2]);
  expect(turns[0]?.targets.map(({ target: { provider }, share }) => [provider, share])).toEqual([['a', 0.75], ['b', 0.25]]);
  expect(turns[1]?.targets[0]?.share).toBe(1);
});

test('modelsOf_aProvider_areItsOwnWithoutItsName', () => {
  expect(modelsOf(['avow/mirror', 'openai/gpt', 'openai2/gpt', 'fast'], 'openai')).toEqual(['gpt']);
});
