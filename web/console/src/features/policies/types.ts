import type { Finding, PolicyAction, RiskLevel } from '@/words';

export type PolicyChoice = 'Block' | 'Coach' | 'Mask' | 'Log';
export const CHOICES: readonly PolicyChoice[] = ['Mask', 'Coach', 'Block', 'Log'];

/** Null means any. */
export interface Conditions {
  platform_id: string[] | null;
  user_group: string[] | null;
  model: string[] | null;
  finding_types: string[] | null;
  risk_level: RiskLevel | null;
  time?: Record<string, unknown> | null;
  sample?: number | null;
  expression?: string | null;
}

export interface PolicyDraft {
  name: string;
  description: string | null;
  enabled: boolean;
  priority: number;
  conditions: Conditions;
  action: PolicyChoice;
  message: string | null;
  masking?: Record<string, unknown> | null;
  shadow?: boolean;
  justification?: number;
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
}

export interface DryRun {
  findings: Finding[];
  coverage: 'complete' | 'partial';
  risk_score: number;
  risk_level: RiskLevel;
  policy: string | null;
  action: PolicyAction;
  text_as_left: string | null;
}
