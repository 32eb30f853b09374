import { expect, test } from 'vitest';
import { EMPTY_HOLD, holdDraft } from './holdDraft';

test('holdDraft_nothingButTheNames_coversEverything', () => {
  expect(holdDraft({ ...EMPTY_HOLD, name: ' Case 7 ', reason: 'why' })).toEqual({ name: 'Case 7', reason: 'why' });
});

test('holdDraft_lastDay_isCoveredWhole', () => {
  const draft = holdDraft({ ...EMPTY_HOLD, name: 'a', reason: 'b', emails: [' ada@example.org'], from: '2026-01-01', to: '2026-03-31', expected_end: '2027-01-31' });
  expect(draft).toEqual({ name: 'a', reason: 'b', user_emails: ['ada@example.org'], from: '2026-01-01T00:00:00.000Z', to: '2026-04-01T00:00:00.000Z', expected_end: '2027-01-31' });
});
