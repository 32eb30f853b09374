import { expect, test } from 'vitest';
import { EMPTY_BUDGET, newBudget } from './budgetValues';
import { spentOf } from './spentOf';

test('spentOf_growing_goesFromCalmToFull', () => {
  expect(spentOf(0, 50)).toEqual({ part: 0, urgency: 'calm' });
  expect(spentOf(40, 50).urgency).toBe('soon');
  expect(spentOf(50, 50).urgency).toBe('full');
  expect(spentOf(70, 50)).toEqual({ part: 1, urgency: 'full' });
  expect(spentOf(0, 0).urgency).toBe('full');
});

test('newBudget_ofTheTenant_namesNobody', () => {
  expect(newBudget({ ...EMPTY_BUDGET, subject: 'k', usd: 50 })).toEqual({ level: 'tenant', period: 'month', usd: 50, tokens: null });
  expect(newBudget({ ...EMPTY_BUDGET, level: 'api_key', subject: 'k', period: 'day', tokens: 1000 })).toEqual({ level: 'api_key', subject_id: 'k', period: 'day', usd: null, tokens: 1000 });
});
