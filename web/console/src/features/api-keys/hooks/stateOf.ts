import type { ApiKey } from '../types';

/** Whether a key still lets in: what was revoked is said so, whenever it would have ended. `now` in milliseconds. */
export function stateOf(key: Pick<ApiKey, 'revoked_at' | 'expires_at'>, now: number): 'active' | 'expired' | 'revoked' {
  if (key.revoked_at !== null) return 'revoked';
  return key.expires_at !== null && Date.parse(key.expires_at) <= now ? 'expired' : 'active';
}
