import type { Announcement } from '../types';

export type State = 'announced' | 'due' | 'took_effect' | 'lapsed' | 'withdrawn';

const DAY_MS = 86_400_000;

/**
 * How an announcement stands. It is for the first version from its day on, within as many days as it is told ahead.
 *
 * `noticeDays`: null where that is not known, and then none has lapsed.
 */
export function stateOf({ effective_on, withdrawn_at, version }: Announcement, now: number, noticeDays: number | null): State {
  if (withdrawn_at !== null) return 'withdrawn';
  if (version !== null) return 'took_effect';
  // Days are by UTC; both begin at midnight.
  const since = Math.floor(now / DAY_MS) - Date.parse(`${effective_on}T00:00:00Z`) / DAY_MS;
  if (since < 0) return 'announced';
  return noticeDays !== null && since >= noticeDays ? 'lapsed' : 'due';
}

/** Whether it can still be taken back to any effect. */
export const isOpen = (state: State) => state === 'announced' || state === 'due';
