import type { Finding, PolicyAction, RiskLevel } from '@/words';

export type PolicyChoice = 'Block' | 'Coach' | 'Mask' | 'Log';
export const CHOICES: readonly PolicyChoice[] = ['Mask', 'Coach', 'Block', 'Log'];

export const SIDES = ['request', 'answer', 'both'] as const;
export type Side = (typeof SIDES)[number];

export const MODES = ['pseudonym', 'placeholder', 'synthetic', 'hash', 'partial', 'remove'] as const;
export type Mode = (typeof MODES)[number];

export const CHECKSUMS = ['fails', 'holds'] as const;
export type Checksum = (typeof CHECKSUMS)[number];

export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Hours of days; no days are every day. `until` is exclusive, and on the day after where it is not after `from`. */
export interface TimeWindow {
  days: string[];
  from: string;
  until: string;
  zone: string;
}

/** Null means any. */
export interface Conditions {
  platform_id: string[] | null;
  user_group: string[] | null;
  model: string[] | null;
  finding_types: string[] | null;
  risk_level: RiskLevel | null;
  time: TimeWindow | null;
  /** A share above 0, to 1. */
  sample: number | null;
  /** In CEL. */
  expression: string | null;
}

/** What stands in the place of findings, by type. */
export interface Masking {
  default: Mode;
  types: Record<string, Mode>;
  /** Of synthetic cards and IBANs. */
  checksum: Checksum;
}

export interface PolicyDraft {
  name: string;
  description: string | null;
  enabled: boolean;
  priority: number;
  conditions: Conditions;
  action: PolicyChoice;
  message: string | null;
  masking: Masking | null;
  shadow: boolean;
  /** The fewest characters of a reason; 0 asks for none. */
  justification: number;
  applies_to: Side;
}

export interface Policy extends PolicyDraft {
  id: string;
  created_by: string | null;
  created_at: string;
  modified_at: string;
}

export interface DryRunInput {
  text: string;
  platform_id?: string;
  model?: string;
  user_group?: string;
  /** One that is not saved: it stands in for the one of its name. */
  policy?: PolicyDraft;
}

export interface DryRun {
  findings: Finding[];
  coverage: 'complete' | 'partial';
  risk_score: number;
  risk_level: RiskLevel;
  policy: string | null;
  action: PolicyAction;
  text_as_left: string | null;
  /** What policies in shadow mode would have done. */
  shadow: { policy: string; action: PolicyAction | 'Error' }[];
}

export interface ReplayInput {
  days: number;
  policy?: PolicyDraft;
}

/** What policies would have done with the uses of the last days. */
export interface Replay {
  days: number;
  interactions: number;
  /** False where there were more than are looked at. */
  complete: boolean;
  changed: number;
  /** `policy`: the one that would have decided; null for the default. */
  changes: { from: PolicyAction; to: PolicyAction; policy: string | null; count: number }[];
}
