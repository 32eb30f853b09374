import { expect, test } from 'vitest';
import type { Duty, DutyStanding } from '../types';
import { isFirstAndLate } from './isFirstAndLate';

const duty = (to: Duty, told_at: string | null): DutyStanding => ({ to, told_at, due_at: '2026-02-03T09:00:00Z', hours_left: 0, status: 'pending' });
const incident = { duties: [duty('authority', null), duty('people', null)] };

test('isFirstAndLate_onlyTheAuthorityAfterTheLimit_isAskedWhy', () => {
  expect(isFirstAndLate(incident, 'authority', '2026-02-03T09:00:00Z')).toBe(false);
  expect(isFirstAndLate(incident, 'authority', '2026-02-03T09:00:01Z')).toBe(true);
  expect(isFirstAndLate(incident, 'people', '2026-02-04T09:00:00Z')).toBe(false);
  expect(isFirstAndLate({ duties: [duty('authority', '2026-02-01T00:00:00Z')] }, 'authority', '2026-02-04T09:00:00Z')).toBe(false);
});
