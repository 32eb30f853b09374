import type { RiskLevel } from '@/words';
import type { Policy, PolicyChoice, PolicyDraft } from '../types';

/** A policy as the form holds it: an empty list or text stands for "any" and "none". */
export interface PolicyValues {
  name: string;
  description: string;
  enabled: boolean;
  priority: number | string;
  action: PolicyChoice;
  message: string;
  finding_types: string[];
  risk_level: RiskLevel | null;
  model: string[];
  platform_id: string[];
  user_group: string[];
}

export const emptyValues = (priority: number): PolicyValues => ({
  name: '',
  description: '',
  enabled: true,
  priority,
  action: 'Mask',
  message: '',
  finding_types: [],
  risk_level: null,
  model: [],
  platform_id: [],
  user_group: [],
});

export const toValues = (policy: Policy): PolicyValues => ({
  name: policy.name,
  description: policy.description ?? '',
  enabled: policy.enabled,
  priority: policy.priority,
  action: policy.action,
  message: policy.message ?? '',
  finding_types: policy.conditions.finding_types ?? [],
  risk_level: policy.conditions.risk_level,
  model: policy.conditions.model ?? [],
  platform_id: policy.conditions.platform_id ?? [],
  user_group: policy.conditions.user_group ?? [],
});

const listOrNull = (list: string[]) => (list.length > 0 ? list : null);

/** What the form does not show stays as it was, where it goes with the action that was chosen. */
const kept = (action: PolicyChoice, policy: Policy | null) => ({
  shadow: policy?.shadow ?? false,
  masking: action === 'Mask' || action === 'Coach' ? (policy?.masking ?? null) : null,
  justification: action === 'Coach' ? (policy?.justification ?? 0) : 0,
});

export const toDraft = (values: PolicyValues, policy: Policy | null): PolicyDraft => ({
  ...kept(values.action, policy),
  name: values.name.trim(),
  description: values.description.trim() || null,
  enabled: values.enabled,
  priority: Number(values.priority) || 1,
  action: values.action,
  message: values.message.trim() || null,
  conditions: {
    platform_id: listOrNull(values.platform_id),
    user_group: listOrNull(values.user_group),
    model: listOrNull(values.model),
    finding_types: listOrNull(values.finding_types),
    risk_level: values.risk_level,
    time: policy?.conditions.time ?? null,
    sample: policy?.conditions.sample ?? null,
    expression: policy?.conditions.expression ?? null,
  },
});
