import { expect, test } from 'vitest';
import { changesBetween } from './changes';

test('changesBetween_nested_namesThePath', () => {
  expect(changesBetween({ a: 1, c: { d: ['x'], e: 1 } }, { a: 1, c: { d: ['x', 'y'], e: 1 } })).toEqual([
    { field: 'c.d', before: '["x"]', after: '["x","y"]' },
  ]);
});

test('changesBetween_created_hasNoBefore', () => {
  expect(changesBetween(null, { name: 'a', key: null })).toEqual([{ field: 'name', before: null, after: 'a' }]);
});

test('changesBetween_nothing_isEmpty', () => {
  expect(changesBetween(undefined, null)).toEqual([]);
});
