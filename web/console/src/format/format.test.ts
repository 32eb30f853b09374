import { describe, expect, test } from 'vitest';
import { day, duration, fullTime, humanise, instantDay, number, percent, shortId, shortTime } from './format';

describe('format', () => {
  test('shortTime_today_isTheHourOnly', () => {
    const now = new Date(2026, 5, 2, 15, 0, 0);
    expect(shortTime(new Date(2026, 5, 2, 9, 5, 7).toISOString(), 'en-GB', now)).toBe('09:05:07');
    expect(shortTime(new Date(2026, 5, 1, 9, 5, 7).toISOString(), 'en-GB', now)).toBe('1 Jun, 09:05');
  });

  test('shortTime_notATime_isADash', () => {
    expect(shortTime('soon', 'en-GB')).toBe('–');
    expect(fullTime(null, 'en-GB')).toBe('–');
  });

  test('duration_overASecond_isInSeconds', () => {
    expect(duration(640, 'en-GB')).toBe('640ms');
    expect(duration(1840, 'en-GB')).toBe('1.8s');
    expect(duration(0.42, 'en-GB')).toBe('0.42ms');
    expect(duration(null, 'en-GB')).toBe('–');
  });

  test('duration_french_hasAComma', () => {
    expect(duration(1840, 'fr-FR').replace(/\s/g, '')).toBe('1,8s');
  });

  test('number_null_isADash', () => {
    expect(number(null, 'en-GB')).toBe('–');
    expect(number(11820, 'en-GB')).toBe('11,820');
  });

  test('percent_fraction_isRounded', () => {
    expect(percent(0.987, 'en-GB')).toBe('99%');
  });

  test('humanise_unknownType_isReadable', () => {
    expect(humanise('de_tax_id')).toBe('De tax id');
  });

  test('shortId_uuid_isItsBeginning', () => {
    expect(shortId('0197a1c2-0000-7000-8000-000000000001')).toBe('0197a1c2');
  });
});

test('day_withoutATime_isTheSameEverywhere', () => {
  expect(day('2026-12-01', 'en-GB')).toBe('1 Dec 2026');
  expect(day('2026-12-01', 'fr-FR', true)).toBe('1 déc.');
  expect(day('soon', 'en-GB')).toBe('–');
});

test('instantDay_exclusiveEnd_isTheDayBefore', () => {
  expect(instantDay('2026-04-01T00:00:00Z', 'en-GB')).toBe('1 Apr 2026');
  expect(instantDay('2026-04-01T00:00:00Z', 'en-GB', true)).toBe('31 Mar 2026');
});
