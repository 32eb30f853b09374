import { expect, test } from 'vitest';
import { clockOf } from './clockOf';

const START = '2026-01-31T09:00:00Z';
const DUE = '2026-02-03T09:00:00Z';
const at = (time: string) => clockOf(START, DUE, Date.parse(time));

test('clockOf_growing_goesFromCalmToLate', () => {
  expect(at('2026-01-31T09:00:00Z')).toEqual({ part: 0, left: 72 * 3_600_000, urgency: 'calm' });
  expect(at('2026-02-02T12:00:00Z')).toMatchObject({ urgency: 'soon' });
  expect(at('2026-02-03T09:00:00Z')).toEqual({ part: 1, left: 0, urgency: 'soon' });
  expect(at('2026-02-03T09:00:01Z')).toEqual({ part: 1, left: -1000, urgency: 'late' });
});

test('clockOf_beforeItsStart_hasNotBegun', () => {
  expect(at('2026-01-30T09:00:00Z').part).toBe(0);
});
