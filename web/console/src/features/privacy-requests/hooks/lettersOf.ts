import type { Letter, PrivacyRequest } from '../types';

type Told = Pick<PrivacyRequest, 'contact' | 'state' | 'extended_at' | 'refusal_reason'>;

/** The letters that fit a request as it stands; the server refuses the others. None once it is not known any more who asked. */
export function lettersOf({ contact, state, extended_at, refusal_reason }: Told): Letter[] {
  if (contact === null) return [];
  const met = state === 'approved' || (state === 'done' && refusal_reason === null);
  return [
    'acknowledgement',
    ...(extended_at ? (['extension'] as const) : []),
    ...(refusal_reason !== null ? (['refusal'] as const) : []),
    ...(met ? (['completion'] as const) : []),
  ];
}
