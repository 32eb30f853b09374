import { expect, test } from 'vitest';
import type { Announcement } from '../types';
import { announcementDraft, emptyAnnouncement, wrongDay } from './announcementDraft';
import { stateOf } from './stateOf';

const MADE: Announcement = { id: 'i', announced_at: '', effective_on: '2027-01-15', text: 'x', text_fr: null, withdrawn_at: null, mailed_at: null, version: null };
const NOTICE = { days: 30, earliest_on: '2027-01-15', latest_on: '2032-01-15' };
const at = (time: string, noticeDays: number | null = 30) => stateOf(MADE, Date.parse(time), noticeDays);

test('stateOf_asDaysPass_goesFromAnnouncedToLapsed', () => {
  expect(at('2027-01-14T23:59:59Z')).toBe('announced');
  expect(at('2027-01-15T00:00:00Z')).toBe('due');
  expect(at('2027-02-13T23:59:59Z')).toBe('due');
  expect(at('2027-02-14T00:00:00Z')).toBe('lapsed');
  expect(at('2027-02-14T00:00:00Z', null)).toBe('due');
});

test('stateOf_whatCameOfIt_countsBeforeItsDay', () => {
  const now = Date.parse('2028-01-01T00:00:00Z');
  expect(stateOf({ ...MADE, version: 3 }, now, 30)).toBe('took_effect');
  expect(stateOf({ ...MADE, withdrawn_at: '2027-01-01T00:00:00Z' }, Date.parse('2027-01-02T00:00:00Z'), 30)).toBe('withdrawn');
});

test('wrongDay_ofEachEnd_isJustOutside', () => {
  expect(['', '2027-01-14', '2027-01-15', '2032-01-15', '2032-01-16'].map((day) => wrongDay(day, NOTICE))).toEqual(['required', 'tooEarly', null, null, 'tooLate']);
});

test('announcementDraft_withoutFrench_saysSo', () => {
  expect(announcementDraft({ ...emptyAnnouncement(NOTICE), text: ' A new receiver. ', text_fr: '  ' })).toEqual({ effective_on: '2027-01-15', text: 'A new receiver.', text_fr: null });
});
