import { expect, test } from 'vitest';
import type { PrivacyRequest } from '../types';
import { lettersOf } from './lettersOf';
import { progressOf } from './progressOf';
import { EMPTY_REQUEST, requestDraft } from './requestDraft';

const T = '2026-01-31T09:00:00Z';
const request = (more: Partial<PrivacyRequest>): PrivacyRequest => ({
  id: 'i', kind: 'access', law: 'gdpr', state: 'received', contact: 'mina@example.org', subject_reference: null, details: null, received_at: T, acknowledge_by: null, acknowledged_at: null, acknowledgement_overdue: false,
  due_at: T, overdue: false, days_left: 1, extended_at: null, extension_reason: null, verified_at: null, verified_by: null, decided_at: null, refusal_reason: null, completed_at: null, possible: ['acknowledge', 'verify', 'refuse'], calls: [], ...more,
});

test('lettersOf_asItStands_areThoseThatFit', () => {
  expect(lettersOf(request({}))).toEqual(['acknowledgement']);
  expect(lettersOf(request({ state: 'approved', extended_at: T }))).toEqual(['acknowledgement', 'extension', 'completion']);
  expect(lettersOf(request({ state: 'done', refusal_reason: 'why' }))).toEqual(['acknowledgement', 'refusal']);
  expect(lettersOf(request({ state: 'done', contact: null }))).toEqual([]);
});

test('progressOf_refusedUnverified_passesTheProofOver', () => {
  const marks = (it: PrivacyRequest) => progressOf(it).map(({ mark }) => mark);
  expect(marks(request({}))).toEqual(['done', 'now', 'now', 'later', 'later']);
  expect(marks(request({ state: 'refused', decided_at: T, possible: ['complete'] }))).toEqual(['done', 'later', 'skipped', 'done', 'now']);
  expect(marks(request({ state: 'done', decided_at: T, completed_at: T, possible: [] }))).toEqual(['done', 'skipped', 'skipped', 'done', 'done']);
});

test('requestDraft_whatIsEmpty_isLeftOut', () => {
  expect(requestDraft({ ...EMPTY_REQUEST, contact: ' mina@example.org ' })).toEqual({ kind: 'access', law: 'gdpr', contact: 'mina@example.org' });
});
