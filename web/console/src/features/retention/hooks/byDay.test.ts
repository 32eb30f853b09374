import { expect, test } from 'vitest';
import { byDay, totals } from './byDay';

const due = (day: string, action: 'delete' | 'archive', rows: number, held: number) => ({ day, data_class: 'interactions', action, rows, held });

test('byDay_gaps_areDaysOfNothing', () => {
  const days = byDay([due('2026-12-31', 'delete', 5, 2)], '2026-12-30', 2);
  expect(days.map(({ day }) => day)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01']);
  expect(days[0]).toEqual({ day: '2026-12-30', delete: 0, archive: 0, held: 0 });
  expect(days[1]).toEqual({ day: '2026-12-31', delete: 5, archive: 0, held: 2 });
});

test('byDay_severalOfOneDay_areAdded', () => {
  const items = [due('2026-12-30', 'delete', 5, 2), due('2026-12-30', 'archive', 7, 0), due('2026-12-30', 'delete', 1, 1)];
  expect(byDay(items, '2026-12-30', 0)).toEqual([{ day: '2026-12-30', delete: 6, archive: 7, held: 3 }]);
  expect(totals(items)).toEqual({ delete: 6, archive: 7, held: 3 });
});
