import { request } from '@/http';
import type { Consent, NewConsent } from '../types';

export const consentsKey = ['consents'] as const;

/** `person`: an id, or `me`. */
export const consentsOf = (person: string) => `/users/${encodeURIComponent(person)}/consents`;
export const recordConsent = (person: string, consent: NewConsent) => request<Consent>('POST', consentsOf(person), consent);
