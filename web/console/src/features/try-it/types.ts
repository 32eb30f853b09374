import type { DryRun } from '@/features/policies';
import type { PolicyAction } from '@/words';

/** What the server says of one request at the end of its stream (`Avow-Receipt: full`). */
export interface Receipt {
  interaction_id: string;
  findings: { type: string; count: number }[];
  policy: string | null;
  action: string;
  risk_score: number;
  /** The text as it left; null where there was none. */
  text: string | null;
}

/** What the response headers say before the first word. */
export interface Heading {
  interactionId: string | null;
  action: PolicyAction | null;
  overheadMs: number | null;
}

export interface Refusal {
  kind: 'blocked' | 'coached' | 'gap' | 'failed';
  message: string;
  acknowledgeToken: string | null;
}

/** One message on its way. It lives in the page's memory only. */
export interface Journey {
  typed: string;
  /** Null until the check has answered, or where it failed. */
  check: DryRun | null;
  heading: Heading | null;
  answer: string;
  receipt: Receipt | null;
  refusal: Refusal | null;
  running: boolean;
}
