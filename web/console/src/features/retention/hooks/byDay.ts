import type { Due } from '../types';

export interface Day {
  day: string;
  delete: number;
  archive: number;
  held: number;
}

const DAY_MS = 86_400_000;

/** Every day from the first (`2026-12-01`, UTC) on, also those on which nothing goes. What is due on another day is left out. */
export function byDay(items: readonly Due[], first: string, days: number): Day[] {
  const start = Date.parse(`${first}T00:00:00Z`);
  const all = Array.from({ length: days + 1 }, (_, at): Day => ({ day: new Date(start + at * DAY_MS).toISOString().slice(0, 10), delete: 0, archive: 0, held: 0 }));
  const at = new Map(all.map((day) => [day.day, day]));
  for (const item of items) {
    const day = at.get(item.day);
    if (!day) continue;
    day[item.action] += item.rows;
    day.held += item.held;
  }
  return all;
}

/** The sums over all days. */
export function totals(items: readonly Due[]): Omit<Day, 'day'> {
  const sum = { delete: 0, archive: 0, held: 0 };
  for (const item of items) {
    sum[item.action] += item.rows;
    sum.held += item.held;
  }
  return sum;
}
