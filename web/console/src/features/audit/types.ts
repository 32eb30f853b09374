/** `look`: something was shown or handed out. `change`: everything else. */
export type Kind = 'change' | 'look';

/** An action that stands in the log. */
export interface AuditAction {
  action: string;
  kind: Kind;
}

/** What of the log is shown; it stands in the page's address. */
export interface Filter {
  kind: Kind | 'all';
  action: string | null;
  /** A person's or a key's id; `none`: entries without one. */
  actor: string | null;
  /** First and last day, as `2026-12-01`, in the person's own time zone. */
  from: string | null;
  to: string | null;
}

export interface AuditEntry {
  id: string;
  actor_id: string | null;
  actor_email: string | null;
  action: string;
  resource_type: string | null;
  resource_id: string | null;
  changes: { before: unknown; after: unknown } | null;
  ip_address: string | null;
  user_agent: string | null;
  timestamp: string;
  status: 'success' | 'refused';
}
