import { type Consent, MODEL_PROCESSING } from '../types';

/** What holds for each purpose: its newest entry. `entries` come newest first; what has an effect stands first, the rest by name. */
export function standing(entries: readonly Consent[]): Consent[] {
  const newest = new Map<string, Consent>();
  for (const entry of entries) if (!newest.has(entry.purpose)) newest.set(entry.purpose, entry);
  const rank = ({ purpose }: Consent) => (purpose === MODEL_PROCESSING ? '' : purpose);
  return [...newest.values()].sort((a, b) => rank(a).localeCompare(rank(b)));
}

/** Whether no model is asked for the person, since they took that consent back. */
export const isCutOff = (entries: readonly Consent[]) => standing(entries).some(({ purpose, action }) => purpose === MODEL_PROCESSING && action === 'withdrawn');
