import type { NewHold } from '../types';

export interface HoldValues {
  name: string;
  reason: string;
  emails: string[];
  /** Days (`2026-12-01`) or empty. */
  from: string;
  /** The last day that is covered. */
  to: string;
  expected_end: string;
}

export const EMPTY_HOLD: HoldValues = { name: '', reason: '', emails: [], from: '', to: '', expected_end: '' };

const DAY_MS = 86_400_000;
const startOf = (day: string, later = 0) => new Date(Date.parse(`${day}T00:00:00Z`) + later).toISOString();

/** What is sent. Days are whole ones in UTC; `to` is exclusive on the wire, so it is the start of the day after. */
export function holdDraft(values: HoldValues): NewHold {
  return {
    name: values.name.trim(),
    reason: values.reason.trim(),
    ...(values.emails.length > 0 ? { user_emails: values.emails.map((email) => email.trim()) } : {}),
    ...(values.from ? { from: startOf(values.from) } : {}),
    ...(values.to ? { to: startOf(values.to, DAY_MS) } : {}),
    ...(values.expected_end ? { expected_end: values.expected_end } : {}),
  };
}
