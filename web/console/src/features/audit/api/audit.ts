import { request } from '@/http';
import type { Page } from '@/words';
import type { AuditAction } from '../types';

export const AUDIT_LOGS = '/audit-logs';
export const auditKey = ['audit'] as const;
export const readActions = () => request<Page<AuditAction>>('GET', `${AUDIT_LOGS}/actions?limit=200`);
