export const KINDS = ['access', 'erasure', 'rectification', 'restriction', 'objection', 'portability', 'opt_out'] as const;
export const LAWS = ['gdpr', 'uk_gdpr', 'ccpa', 'nz_privacy_act'] as const;
export const STATES = ['received', 'verified', 'approved', 'refused', 'done'] as const;
export const LETTERS = ['acknowledgement', 'extension', 'refusal', 'completion'] as const;
export type Kind = (typeof KINDS)[number];
export type Law = (typeof LAWS)[number];
export type State = (typeof STATES)[number];
export type Letter = (typeof LETTERS)[number];
export type Step = 'acknowledge' | 'send_code' | 'verify' | 'extend' | 'approve' | 'refuse' | 'complete';

/** A call that does what was approved, where the person is a user. */
export interface Call {
  method: 'GET' | 'DELETE';
  path: string;
  user_id: string;
  /** Who owns an address need not own the reference. */
  matched_by: 'contact' | 'subject_reference';
}

export interface PrivacyRequest {
  id: string;
  kind: Kind;
  law: Law;
  state: State;
  /** Null once an erasure is done. */
  contact: string | null;
  subject_reference: string | null;
  details: string | null;
  received_at: string;
  /** Null where the law asks for no acknowledgement. */
  acknowledge_by: string | null;
  acknowledged_at: string | null;
  acknowledgement_overdue: boolean;
  due_at: string;
  overdue: boolean;
  days_left: number | null;
  extended_at: string | null;
  extension_reason: string | null;
  verified_at: string | null;
  verified_by: 'email_code' | 'tenant_token' | null;
  decided_at: string | null;
  refusal_reason: string | null;
  completed_at: string | null;
  possible: Step[];
  calls: Call[];
}

export interface NewRequest {
  kind: Kind;
  law: Law;
  contact: string;
  subject_reference?: string;
  details?: string;
  received_at?: string;
}

/** Shown once, for the officer to send to the contact; null where it was mailed. */
export interface Code {
  code: string | null;
  mailed: boolean;
  expires_at: string;
}

/** What became of a mail, without whom it went to and what it said. */
export interface Mail {
  id: string;
  kind: 'verification_code' | 'letter' | 'reminder';
  /** Which letter; of a reminder, of which limit and how near it is in days. */
  topic: string;
  state: 'waiting' | 'sent' | 'given_up';
  created_at: string;
  next_at: string | null;
  tries: number;
  reply: string | null;
  ended_at: string | null;
}

export interface Mails {
  items: Mail[];
  next_cursor: null;
  /** Whether a mail server is set up. */
  sending: boolean;
}
