export const LEVELS = ['tenant', 'api_key', 'user'] as const;
export type Level = (typeof LEVELS)[number];
export type Period = 'day' | 'month';

/** How much may be spent, and how it stands. `usd` and `tokens` are null where there is no limit. */
export interface Budget {
  id: string;
  level: Level;
  /** The key's, the person's or the tenant's id. */
  subject_id: string;
  period: Period;
  usd: number | null;
  tokens: number | null;
  /** Spent, or held by requests under way, since `period_start`. */
  usd_used: number;
  tokens_used: number;
  period_start: string;
  period_end: string;
}

export interface Limits {
  usd: number | null;
  tokens: number | null;
}

export interface NewBudget extends Limits {
  level: Level;
  subject_id?: string;
  period: Period;
}
