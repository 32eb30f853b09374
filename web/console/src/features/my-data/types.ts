export type ErasureStateName = 'recoverable' | 'held' | 'pending' | 'complete' | 'recovered';
export type StoreAction = 'erased' | 'unreadable' | 'held' | 'asked' | 'ask';

/** What happened in one place. `asked`: a provider is asked to delete its copy. `ask`: somebody outside received text and has to be asked. */
export interface StoreReceipt {
  store: string;
  action: StoreAction;
  rows: number;
  detail: string | null;
}

/** A request to erase a person, with its receipt. Times are ISO 8601. */
export interface Erasure {
  id: string;
  subject_id: string;
  state: ErasureStateName;
  message: string;
  requested_at: string;
  requested_by: string | null;
  effective_at: string;
  due_at: string;
  /** A day; null where no hold is in the way, or one has no expected end. */
  held_until: string | null;
  completed_at: string | null;
  stores: StoreReceipt[];
}

export const COPY_FORMATS = ['json', 'ndjson', 'csv'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];
