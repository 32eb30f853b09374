import { request } from '@/http';
import type { LegalHold, NewHold, Preview, Retention } from '../types';

export const LEGAL_HOLDS = '/legal-holds';
export const ERASURES = '/erasures';
/** One key above all: placing or releasing a hold changes the preview and the erasures too. */
export const retentionKey = ['retention'] as const;

export const readRetention = () => request<Retention>('GET', '/retention');
export const readPreview = (days: number) => request<Preview>('GET', `/retention/preview?days=${days}&limit=200`);
export const placeHold = (hold: NewHold) => request<LegalHold>('POST', LEGAL_HOLDS, hold);
export const releaseHold = (id: string) => request<LegalHold>('POST', `${LEGAL_HOLDS}/${encodeURIComponent(id)}/release`, {});
