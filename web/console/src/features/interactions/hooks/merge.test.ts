import { expect, test } from 'vitest';
import type { Interaction } from '../types';
import { merge } from './merge';

const item = (id: string, status = 'started') => ({ id, status }) as Interaction;
const pages = [
  { items: [item('c'), item('b')], next_cursor: '1' },
  { items: [item('a')], next_cursor: null },
];

test('merge_unknown_goesOnTop', () => {
  expect(merge(pages, item('d')).flatMap((p) => p.items.map((i) => i.id))).toEqual(['d', 'c', 'b', 'a']);
});

test('merge_known_isReplacedWhereItStands', () => {
  const merged = merge(pages, item('a', 'completed'));
  expect(merged.flatMap((p) => p.items.map((i) => `${i.id} ${i.status}`))).toEqual(['c started', 'b started', 'a completed']);
});

test('merge_emptyList_startsOne', () => {
  expect(merge([], item('a'))).toEqual([{ items: [item('a')], next_cursor: null }]);
});
