export const AUDIT_LOGS = '/audit-logs';
export const auditKey = ['audit'] as const;
