export const STATES = ['open', 'contained', 'closed'] as const;
export const RISKS = ['unknown', 'unlikely', 'likely', 'high'] as const;
export const DATA_CLASSES = ['interaction', 'account', 'audit_log', 'privacy_record', 'credential', 'configuration'] as const;
export type Risk = (typeof RISKS)[number];
export type State = (typeof STATES)[number];
/** Who must be told. */
export type Duty = 'authority' | 'people';
export type Step = 'change' | 'assess' | 'tell' | 'waive' | 'contain' | 'close' | 'reopen';

export interface DutyStanding {
  to: Duty;
  due_at: string;
  /** Null where nobody need be told any more. */
  hours_left: number | null;
  status: 'pending' | 'overdue' | 'told' | 'told_late' | 'not_needed';
  told_at: string | null;
}

/** What Avow's own records say, counted at one moment. */
export interface Assessment {
  assessed_at: string;
  from: string;
  to: string;
  people: number;
  api_keys: number;
  interactions: number;
  /** By keys that act for nobody in particular. */
  interactions_without_account: number;
  findings: { type: string; left_unmasked: number; left_masked: number; stayed: number; in_answers: number }[];
  recipients: { purpose: string; provider: string; host: string | null; region: string | null; agreement: string | null; interactions: number }[];
  regions: { region: string | null; interactions: number }[];
  records: Record<string, number>;
  complete: boolean;
  completeness: { from_archive: number; erased: number; erased_people: number; archive_unreadable: boolean; kept_since: string | null };
}

export interface Notice {
  id: string;
  to: Duty;
  /** False: it was decided that they need not be told, and `text` is why. */
  told: boolean;
  at: string;
  risk: Risk;
  text: string;
  delay_reason: string | null;
  /** Null where they were told by other means. */
  mailing: { state: 'under_way' | 'done' | 'given_up'; subject: string; address: string | null; people: number | null; written: number | null } | null;
}

/** What the controller writes; an empty text is one that nobody knows yet. */
export interface Report {
  title: string;
  nature: string;
  data_categories: string;
  people_categories: string;
  contact: string;
  likely_consequences: string;
  measures: string;
  steps_for_people: string;
  risk: Risk;
  aware_at: string;
  people_about: number | null;
  records_about: number | null;
  from: string | null;
  to: string | null;
  data_classes: string[];
  providers: string[];
  hosts: string[];
  regions: string[];
  models: string[];
  routes: string[];
  api_key_ids: string[];
}

export interface Incident extends Report {
  id: string;
  state: State;
  overdue: boolean;
  duties: DutyStanding[];
  assessment: Assessment | null;
  notices: Notice[];
  possible: Step[];
  /** What must be there before it can be closed: names of fields, or `notice to …`. */
  lacking: string[];
  created_at: string;
  modified_at: string;
  closed_at: string | null;
}

export interface Affected {
  id: string;
  /** Null where the account is gone. */
  email: string | null;
  interactions: number;
}

export interface NewNotice {
  to: Duty;
  /** Left out where it is mailed now. */
  at?: string;
  text: string;
  delay_reason?: string;
  /** The address is the authority's. */
  mail?: { subject: string; address?: string };
}
