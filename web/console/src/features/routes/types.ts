export const REGIONS = ['EU', 'US', 'UK', 'AU', 'NZ', 'LOCAL'] as const;

/** A provider's model behind an alias. The lowest priority is asked first, one of it drawn by weight. */
export interface Target {
  provider: string;
  model: string;
  weight: number;
  priority: number;
}

/** A name that callers give in a model's place. */
export interface RouteDraft {
  name: string;
  targets: Target[];
  /** Whether another try may follow one that may have been served and billed. */
  repeat_after_timeout: boolean;
  /** Empty: wherever the tenant's requests may go. */
  allowed_regions: string[];
}

export interface Route extends RouteDraft {
  id: string;
  created_at: string;
  modified_at: string;
}
