import { expect, test } from 'vitest';
import { stateOf } from './stateOf';

const NOON = Date.parse('2026-01-31T12:00:00Z');

test.each([
  ['no end', null, null, 'active'],
  ['an end to come', null, '2026-01-31T12:00:01Z', 'active'],
  ['an end that is now', null, '2026-01-31T12:00:00Z', 'expired'],
  ['revoked before its end', '2026-01-30T12:00:00Z', '2026-02-01T12:00:00Z', 'revoked'],
  ['revoked, and past its end', '2026-01-30T12:00:00Z', '2026-01-31T11:00:00Z', 'revoked'],
])('stateOf_%s_isWhatAProgramWouldMeet', (_, revoked_at, expires_at, state) => {
  expect(stateOf({ revoked_at, expires_at }, NOON)).toBe(state);
});
