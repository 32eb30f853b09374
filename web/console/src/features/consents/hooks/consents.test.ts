import { expect, test } from 'vitest';
import type { Consent } from '../types';
import { consentDraft, emptyConsent } from './consentDraft';
import { isCutOff, standing } from './standing';

const entry = (purpose: string, action: 'given' | 'withdrawn'): Consent => ({ id: `${purpose}${action}`, purpose, action, in_force: action === 'given', text_version: '1', text_sha256: null, method: 'console', note: null, happened_at: '', recorded_at: '' });

test('standing_severalEntries_isTheNewestOfEachPurpose', () => {
  const entries = [entry('newsletter', 'withdrawn'), entry('model_processing', 'given'), entry('newsletter', 'given'), entry('archive', 'given')];
  expect(standing(entries).map(({ purpose, action }) => `${purpose} ${action}`)).toEqual(['model_processing given', 'archive given', 'newsletter withdrawn']);
  expect(isCutOff(entries)).toBe(false);
  expect(isCutOff([entry('model_processing', 'withdrawn'), ...entries])).toBe(true);
});

test('consentDraft_text_isSentAsItsFingerprintAlone', async () => {
  const values = { ...emptyConsent('newsletter', 'paper'), text: 'abc', text_version: '2026-01' };
  expect(await consentDraft('given', values)).toEqual({ purpose: 'newsletter', action: 'given', method: 'paper', text_version: '2026-01', text_sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' });
  expect(await consentDraft('withdrawn', values)).toEqual({ purpose: 'newsletter', action: 'withdrawn', method: 'paper' });
});
