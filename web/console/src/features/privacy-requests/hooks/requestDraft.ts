import { fromField } from '@/format';
import type { Kind, Law, NewRequest } from '../types';

export interface RequestValues {
  kind: Kind;
  law: Law;
  contact: string;
  subject_reference: string;
  details: string;
  /** As a field of type `datetime-local`; empty: now. */
  received_at: string;
}

export const EMPTY_REQUEST: RequestValues = { kind: 'access', law: 'gdpr', contact: '', subject_reference: '', details: '', received_at: '' };

export function requestDraft(values: RequestValues): NewRequest {
  const received = fromField(values.received_at);
  return {
    kind: values.kind,
    law: values.law,
    contact: values.contact.trim(),
    ...(values.subject_reference.trim() ? { subject_reference: values.subject_reference.trim() } : {}),
    ...(values.details.trim() ? { details: values.details.trim() } : {}),
    ...(received ? { received_at: received } : {}),
  };
}
