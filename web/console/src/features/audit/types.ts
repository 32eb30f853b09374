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
