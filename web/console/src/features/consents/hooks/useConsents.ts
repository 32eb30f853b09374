import { useChange, usePages } from '@/http';
import { consentsKey, consentsOf, recordConsent } from '../api/consents';
import type { Consent, NewConsent } from '../types';

export const useConsents = (person: string) => usePages<Consent>([...consentsKey, person], consentsOf(person), 200);
export const useRecordConsent = (person: string) => useChange([...consentsKey, person], (consent: NewConsent) => recordConsent(person, consent));
