import type { PrivacyRequest } from '../types';

export type Mark = 'done' | 'now' | 'later' | 'skipped';

export interface Progress {
  name: 'received' | 'acknowledged' | 'verified' | 'decided' | 'completed';
  mark: Mark;
  /** When it was done. */
  at: string | null;
}

/** The way of a request, each part done, being done now, still to come, or passed over. */
export function progressOf(it: PrivacyRequest): Progress[] {
  const decided = it.decided_at !== null;
  const done = it.completed_at !== null;
  const mark = (at: string | null, now: boolean, passed: boolean): Mark => (at ? 'done' : passed ? 'skipped' : now ? 'now' : 'later');
  return [
    { name: 'received', mark: 'done', at: it.received_at },
    { name: 'acknowledged', mark: mark(it.acknowledged_at, it.possible.includes('acknowledge'), done), at: it.acknowledged_at },
    { name: 'verified', mark: mark(it.verified_at, it.possible.includes('verify'), decided || done), at: it.verified_at },
    { name: 'decided', mark: mark(it.decided_at, it.possible.includes('approve'), false), at: it.decided_at },
    { name: 'completed', mark: mark(it.completed_at, it.possible.includes('complete'), false), at: it.completed_at },
  ];
}
