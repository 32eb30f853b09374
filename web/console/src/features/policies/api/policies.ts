import { request } from '@/http';
import type { DryRun, DryRunInput, Policy, PolicyDraft, Replay, ReplayInput } from '../types';

export const POLICIES = '/policies';
export const policiesKey = ['policies'] as const;

const at = (id: string) => `${POLICIES}/${encodeURIComponent(id)}`;

export const createPolicy = (draft: PolicyDraft) => request<Policy>('POST', POLICIES, draft);
export const changePolicy = ({ id, draft }: { id: string; draft: PolicyDraft }) => request<Policy>('PUT', at(id), draft);
export const deletePolicy = (id: string) => request<void>('DELETE', at(id));
/** Asks what would happen to a text. The text goes in the body, never in an address. */
export const dryRun = (input: DryRunInput, signal?: AbortSignal) => request<DryRun>('POST', `${POLICIES}/dry-run`, input, signal);
/** Asks what would have happened. That somebody looked is in the audit log. */
export const replay = (input: ReplayInput) => request<Replay>('POST', `${POLICIES}/replay`, input);
