export interface RetentionValue {
  data_class: string;
  /** In words, as the server says it. */
  retention: string;
  /** Null where age alone does not decide. */
  days: number | null;
  source: 'profile' | 'setting';
  /** Whether this version deletes it by itself. */
  enforced: boolean;
}

export interface RetentionRun {
  started_at: string;
  /** Null while it goes on, or where it was cut off. */
  ended_at: string | null;
  interactions: number;
  archived: number;
  archives: number;
  sessions: number;
  setup_links: number;
  audit_entries: number;
  held: number;
}

/** What is in force. */
export interface Retention {
  profile: string;
  values: RetentionValue[];
  archive_after_days: number | null;
  holds_in_force: number;
  next_run: string;
  last_run: RetentionRun | null;
}

/** What goes on one day (UTC) if nothing else happens. `held`: would go too, were it not for a hold. */
export interface Due {
  day: string;
  data_class: string;
  action: 'delete' | 'archive';
  rows: number;
  held: number;
}

export interface Preview {
  days: number;
  items: Due[];
}

export interface LegalHold {
  id: string;
  name: string;
  reason: string;
  /** Empty: the whole tenant. */
  user_ids: string[];
  from: string | null;
  to: string | null;
  expected_end: string | null;
  status: 'in_force' | 'released';
  created_at: string;
  released_at: string | null;
}

/** A hold to place. What is left out is unbounded; without people it covers the whole tenant. */
export interface NewHold {
  name: string;
  reason: string;
  user_emails?: string[];
  from?: string;
  to?: string;
  expected_end?: string;
}
