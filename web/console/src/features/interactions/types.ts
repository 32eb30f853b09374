import type { PolicyAction } from '@/words';

export type InteractionStatus =
  | 'started' | 'completed' | 'blocked' | 'coached' | 'refused' | 'failed' | 'cancelled' | 'interrupted';

export interface Classification {
  type: string;
  confidence: number;
  tier: number;
  count: number;
  in?: 'prompt' | 'answer';
}

/** One use of a model. Fingerprints and counts only; there is no text in it. */
export interface Interaction {
  id: string;
  tenant_id: string;
  user_id: string | null;
  api_key_id: string | null;
  channel: string;
  platform_id: string | null;
  model: string | null;
  prompt_hash: string | null;
  response_hash: string | null;
  content_length: number | null;
  classifications: Classification[];
  policy_applied: string | null;
  policy_action: PolicyAction | null;
  risk_score: number | null;
  timestamp: string;
  hostname: string | null;
  client_version: string | null;
  browser: string | null;
  tokens_in: number | null;
  tokens_out: number | null;
  cost: number | string | null;
  duration_ms: number | null;
  status: InteractionStatus;
}

export interface Filter {
  action: PolicyAction | null;
  finding: string | null;
}
