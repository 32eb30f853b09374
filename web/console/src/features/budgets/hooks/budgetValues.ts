import type { Level, Limits, NewBudget, Period } from '../types';

/** A budget as the form holds it; an empty number stands for no limit. */
export interface BudgetValues {
  level: Level;
  subject: string | null;
  period: Period;
  usd: number | string;
  tokens: number | string;
}

export const EMPTY_BUDGET: BudgetValues = { level: 'tenant', subject: null, period: 'month', usd: '', tokens: '' };

const limit = (value: number | string) => (value === '' ? null : Number(value));

export const limitsOf = ({ usd, tokens }: Pick<BudgetValues, 'usd' | 'tokens'>): Limits => ({ usd: limit(usd), tokens: limit(tokens) });

export const newBudget = (values: BudgetValues): NewBudget => ({
  level: values.level,
  period: values.period,
  ...(values.level !== 'tenant' && values.subject ? { subject_id: values.subject } : {}),
  ...limitsOf(values),
});
