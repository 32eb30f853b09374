import { usePages } from '@/http';
import { AUDIT_LOGS, auditKey } from '../api/audit';
import type { AuditEntry } from '../types';

export const useAudit = () => usePages<AuditEntry>(auditKey, AUDIT_LOGS);
