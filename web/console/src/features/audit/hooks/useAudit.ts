import { useQuery } from '@tanstack/react-query';
import { usePages } from '@/http';
import { AUDIT_LOGS, auditKey, readActions } from '../api/audit';
import type { AuditAction, AuditEntry, Filter } from '../types';
import { queryOf } from './filter';

export function useAudit(filter: Filter) {
  const query = queryOf(filter);
  return usePages<AuditEntry>([...auditKey, 'list', query], query ? `${AUDIT_LOGS}?${query}` : AUDIT_LOGS);
}

/** The actions that stand in the log. Empty until they are there. */
export function useActions(): readonly AuditAction[] {
  const { data } = useQuery({ queryKey: [...auditKey, 'actions'], queryFn: readActions, staleTime: 60_000, meta: { quiet: true } });
  return data?.items ?? [];
}
