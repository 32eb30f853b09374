export const METHODS = ['console', 'web_form', 'email', 'paper', 'spoken', 'api', 'other'] as const;
export type Method = (typeof METHODS)[number];
/** While the consent to this purpose is withdrawn, no model is asked for the person. No other purpose has an effect. */
export const MODEL_PROCESSING = 'model_processing';

export interface Consent {
  id: string;
  purpose: string;
  action: 'given' | 'withdrawn';
  /** Given, and nothing came after it for this purpose. */
  in_force: boolean;
  text_version: string | null;
  text_sha256: string | null;
  method: Method;
  note: string | null;
  happened_at: string;
  recorded_at: string;
}

export interface NewConsent {
  purpose: string;
  action: 'given' | 'withdrawn';
  text_version?: string;
  text_sha256?: string;
  method: Method;
  note?: string;
  happened_at?: string;
}
