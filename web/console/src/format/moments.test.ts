import { expect, test } from 'vitest';
import { dayField, endOfDay, fromField, startOfDay, toField } from './moments';
import { relative, span } from './relative';

const HOUR = 3_600_000;
const at = (ms: number) => new Date(ms).toISOString();

test('toField_andBack_isTheSameMinute', () => {
  expect(fromField(toField('2026-03-01T10:20:00.000Z'))).toBe('2026-03-01T10:20:00.000Z');
  expect(toField(null)).toBe('');
  expect(fromField('')).toBeNull();
  expect(fromField('2026-13-77T99:00')).toBeNull();
});

test('day_ofAField_isWholeInTheOwnTimeZone', () => {
  expect(startOfDay('2026-10-25')).toBe(new Date(2026, 9, 25).toISOString());
  expect(endOfDay('2026-10-25')).toBe(new Date(2026, 9, 26).toISOString());
  expect(endOfDay('2026-12-31')).toBe(new Date(2027, 0, 1).toISOString());
  expect(dayField(6, new Date(2026, 2, 3, 23, 59))).toBe('2026-02-25');
});

test('relative_growing_takesLargerUnits', () => {
  const now = Date.parse('2026-06-01T12:00:00Z');
  expect(relative(at(now - 59_000), 'en-GB', now)).toBe('now');
  expect(relative(at(now - 5 * 60_000), 'en-GB', now)).toBe('5 minutes ago');
  expect(relative(at(now + 31 * HOUR), 'en-GB', now)).toBe('in 31 hours');
  expect(relative(at(now - 37 * HOUR), 'en-GB', now)).toBe('2 days ago');
  expect(relative(at(now - 24 * 60 * HOUR), 'fr-FR', now)).toBe('il y a 2 mois');
  expect(relative('soon', 'en-GB', now)).toBe('–');
});

test('span_anyLength_isRoundedDown', () => {
  expect(span(71 * HOUR + 59 * 60_000 + 59_999, 'en-GB')).toBe('71h 59m');
  expect(span(31 * HOUR, 'fr-FR').replace(/\s/g, ' ')).toBe('31 h 0 min');
  expect(span(20 * 24 * HOUR - 1, 'en-GB')).toBe('19 days');
  expect(span(-5, 'en-GB')).toBe('0m');
});
