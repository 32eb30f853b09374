import { expect, test } from 'vitest';
import { draftOf } from '../hooks/usePolicies';
import type { Policy } from '../types';
import { emptyValues, policyFieldOf, toDraft, toValues } from './policyValues';

const POLICY: Policy = {
  id: 'i',
  created_by: null,
  created_at: '',
  modified_at: '',
  name: 'Cards',
  description: null,
  enabled: true,
  priority: 3,
  applies_to: 'request',
  action: 'Coach',
  message: 'Really?',
  shadow: true,
  justification: 20,
  masking: { default: 'placeholder', types: { email: 'hash', payment_card: 'synthetic' }, checksum: 'holds' },
  conditions: {
    platform_id: ['main'],
    user_group: null,
    model: null,
    finding_types: ['email'],
    risk_level: 'high',
    time: { days: ['monday'], from: '22:00', until: '06:00', zone: 'Europe/Paris' },
    sample: 0.07,
    expression: 'risk > 0.5',
  },
};

test('toDraft_policyThatWasLoaded_isTheSame', () => {
  expect(toDraft(toValues(POLICY))).toEqual(draftOf(POLICY));
});

test('draftOf_policyWithAManner_keepsAllOfIt', () => {
  // Turning a policy off once dropped how it masks and what it applies to.
  expect({ ...draftOf(POLICY), enabled: false }).toMatchObject({ masking: POLICY.masking, applies_to: 'request', shadow: true, justification: 20 });
});

test('toDraft_actionThatMasksNothing_hasNeitherMaskingNorAReason', () => {
  expect(toDraft({ ...toValues(POLICY), action: 'Block' })).toMatchObject({ masking: null, justification: 0 });
});

test('toDraft_forAnswers_isNotInShadow', () => {
  expect(toDraft({ ...toValues(POLICY), action: 'Mask', applies_to: 'both' })).toMatchObject({ applies_to: 'both', shadow: false });
});

test('toDraft_pseudonymsAlone_haveNoMasking', () => {
  expect(toDraft({ ...emptyValues(1), modes: [{ type: '', mode: 'hash' }] }).masking).toBeNull();
});

test('policyFieldOf_ofTheServer_isTheForms', () => {
  const values = emptyValues(1);
  expect(policyFieldOf('conditions.time.zone', values)).toBe('time.zone');
  expect(policyFieldOf('conditions.model[2]', values)).toBe('model');
  expect(policyFieldOf('policy.conditions.expression', values)).toBe('expression');
  expect(policyFieldOf('masking.types', values)).toBe('modes');
  expect(policyFieldOf('colour', values)).toBeNull();
});
