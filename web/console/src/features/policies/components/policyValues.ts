import type { RiskLevel } from '@/words';
import type { Checksum, Masking, Mode, Policy, PolicyChoice, PolicyDraft, Side, TimeWindow } from '../types';

/** A policy as the form holds it: an empty list or text stands for "any" and "none". */
export interface PolicyValues {
  name: string;
  description: string;
  enabled: boolean;
  priority: number | string;
  applies_to: Side;
  action: PolicyChoice;
  message: string;
  shadow: boolean;
  justification: number | string;
  finding_types: string[];
  risk_level: RiskLevel | null;
  model: string[];
  platform_id: string[];
  user_group: string[];
  /** Whether the time below counts. */
  timed: boolean;
  time: TimeWindow;
  /** In per cent; empty for all. */
  sample: number | string;
  expression: string;
  mode: Mode;
  modes: { type: string; mode: Mode }[];
  checksum: Checksum;
}

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export const emptyValues = (priority: number): PolicyValues => ({
  name: '',
  description: '',
  enabled: true,
  priority,
  applies_to: 'request',
  action: 'Mask',
  message: '',
  shadow: false,
  justification: 0,
  finding_types: [],
  risk_level: null,
  model: [],
  platform_id: [],
  user_group: [],
  timed: false,
  time: { days: [], from: '08:00', until: '18:00', zone: HERE },
  sample: '',
  expression: '',
  mode: 'pseudonym',
  modes: [],
  checksum: 'fails',
});

export function toValues({ conditions, masking, ...policy }: Policy): PolicyValues {
  const empty = emptyValues(policy.priority);
  return {
    name: policy.name,
    description: policy.description ?? '',
    enabled: policy.enabled,
    priority: policy.priority,
    applies_to: policy.applies_to,
    action: policy.action,
    message: policy.message ?? '',
    shadow: policy.shadow,
    justification: policy.justification,
    finding_types: conditions.finding_types ?? [],
    risk_level: conditions.risk_level,
    model: conditions.model ?? [],
    platform_id: conditions.platform_id ?? [],
    user_group: conditions.user_group ?? [],
    timed: conditions.time !== null,
    time: conditions.time ?? empty.time,
    sample: conditions.sample === null ? '' : toPercent(conditions.sample),
    expression: conditions.expression ?? '',
    mode: masking?.default ?? 'pseudonym',
    modes: Object.entries(masking?.types ?? {}).map(([type, mode]) => ({ type, mode })),
    checksum: masking?.checksum ?? 'fails',
  };
}

// 0.07 × 100 is 7.000000000000001 to a computer.
const toPercent = (share: number) => Number((share * 100).toFixed(6));
const toShare = (percent: number) => Number((percent / 100).toFixed(8));
const listOrNull = (list: string[]) => (list.length > 0 ? list : null);

export const masks = ({ action }: PolicyValues) => action === 'Mask' || action === 'Coach';
export const isForRequests = ({ applies_to }: PolicyValues) => applies_to === 'request';

function masking(values: PolicyValues): Masking | null {
  const types = Object.fromEntries(values.modes.filter(({ type }) => type).map(({ type, mode }) => [type, mode]));
  if (!masks(values) || (values.mode === 'pseudonym' && Object.keys(types).length === 0)) return null;
  return { default: values.mode, types, checksum: values.checksum };
}

/** What was chosen, without what the action and the side have no use for. */
export const toDraft = (values: PolicyValues): PolicyDraft => ({
  name: values.name.trim(),
  description: values.description.trim() || null,
  enabled: values.enabled,
  priority: Number(values.priority) || 1,
  applies_to: values.applies_to,
  action: values.action,
  message: values.message.trim() || null,
  shadow: isForRequests(values) && values.shadow,
  justification: values.action === 'Coach' ? Number(values.justification) || 0 : 0,
  masking: masking(values),
  conditions: {
    platform_id: listOrNull(values.platform_id),
    user_group: listOrNull(values.user_group),
    model: listOrNull(values.model),
    finding_types: listOrNull(values.finding_types),
    risk_level: values.risk_level,
    time: values.timed ? values.time : null,
    sample: values.sample === '' ? null : toShare(Number(values.sample)),
    expression: values.expression.trim() || null,
  },
});

/** The form's field for a field of the server; null where the form has none. */
export function policyFieldOf(field: string, values: PolicyValues): string | null {
  const plain = field.replace(/^policy\./, '').replace(/^conditions\./, '').replace(/\[\d+\].*$/, '');
  if (plain === 'masking.types') return 'modes';
  if (plain.startsWith('masking.')) return plain === 'masking.checksum' ? 'checksum' : 'mode';
  return (plain.split('.')[0] ?? '') in values ? plain : null;
}
