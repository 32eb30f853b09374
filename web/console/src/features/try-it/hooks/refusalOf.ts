import { ApiError, describe } from '@/errors';
import type { Refusal } from '../types';

const KINDS: Record<string, Refusal['kind']> = {
  policy_blocked: 'blocked',
  policy_coach: 'coached',
  classification_incomplete: 'gap',
};

/** Why a message did not go through, in the person's words. A policy's own message stands as it is. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof ApiError)) return { kind: 'failed', message: describe(error), acknowledgeToken: null };
  const kind = KINDS[error.code] ?? 'failed';
  const message = kind === 'blocked' || kind === 'coached' ? error.message : describe(error);
  return { kind, message, acknowledgeToken: error.acknowledgeToken };
}
