import { expect, test } from 'vitest';
import { fromField } from '@/format';
import type { Incident } from '../types';
import { changesOf, emptyReport, newReport, reportValues } from './reportValues';

const NOW = new Date('2026-01-31T09:00:00Z');
const incident = {
  ...emptyReport(NOW), id: 'i', state: 'open', title: 'Lost laptop', aware_at: '2026-01-31T09:00:41Z', from: '2026-01-01T00:00:59Z', to: null, people_about: 12, records_about: null, providers: ['acme'],
} as unknown as Incident;

test('newReport_whatWasFilledIn_isAllThatIsSent', () => {
  const values = { ...emptyReport(NOW), title: ' Lost laptop ', from: '2026-01-01T00:00', people_about: 12, providers: ['acme'] };
  expect(newReport(values)).toEqual({ title: 'Lost laptop', aware_at: '2026-01-31T09:00:00.000Z', from: fromField('2026-01-01T00:00'), people_about: 12, providers: ['acme'] });
});

test('changesOf_nothingTouched_isEmptyThoughFieldsHaveNoSeconds', () => {
  expect(changesOf(reportValues(incident), reportValues(incident))).toEqual({});
});

test('changesOf_takenAway_isNull', () => {
  const before = reportValues(incident);
  expect(changesOf(before, { ...before, from: '', people_about: '', providers: [], risk: 'high', nature: 'x' })).toEqual({ from: null, people_about: null, providers: [], risk: 'high', nature: 'x' });
});
