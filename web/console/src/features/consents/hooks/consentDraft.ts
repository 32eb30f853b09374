import { fromField } from '@/format';
import type { Method, NewConsent } from '../types';

export interface ConsentValues {
  purpose: string;
  text_version: string;
  /** The text itself: only its fingerprint is sent. */
  text: string;
  method: Method;
  happened_at: string;
  note: string;
}

export const emptyConsent = (purpose: string, method: Method): ConsentValues => ({ purpose, text_version: '', text: '', method, happened_at: '', note: '' });

/** SHA-256 as 64 small hexadecimal digits, over the UTF-8 of the text. Only in a secure context (https, or this machine). */
export async function fingerprint(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What is sent. The text that was agreed to stays here: its fingerprint goes. */
export async function consentDraft(action: NewConsent['action'], values: ConsentValues): Promise<NewConsent> {
  const happened = fromField(values.happened_at);
  const given = action === 'given';
  return {
    purpose: values.purpose.trim(),
    action,
    method: values.method,
    ...(given && values.text_version.trim() ? { text_version: values.text_version.trim() } : {}),
    ...(given && values.text !== '' ? { text_sha256: await fingerprint(values.text) } : {}),
    ...(values.note.trim() ? { note: values.note.trim() } : {}),
    ...(happened ? { happened_at: happened } : {}),
  };
}
