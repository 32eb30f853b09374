export const REGIONS = ['EU', 'US', 'UK', 'AU', 'NZ', 'LOCAL'] as const;

export interface Provider {
  id: string;
  name: string;
  kind: string;
  base_url: string;
  has_key: boolean;
  created_at: string;
  /** Where it processes what it is sent; null: nobody said. */
  region: string | null;
  /** The agreement under which it does: an id or URL. */
  agreement: string | null;
  keys: { id: string; created_at: string; opens: boolean }[];
}

export interface NewProvider {
  name: string;
  kind: string;
  /** Left out: the kind's own. */
  base_url?: string;
  key?: string;
  region?: string;
  agreement?: string;
}

export interface Place {
  region: string | null;
  agreement: string | null;
}

/** How it was seen to work since this node started. */
export interface Health {
  id: string;
  breaker: 'closed' | 'open' | 'half_open';
  last_success: string | null;
  last_failure: string | null;
  last_failure_code: string | null;
}
