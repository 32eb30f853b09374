/** The shapes that several features share, as `/api/v1` sends them. */

export type PolicyAction = 'Allow' | 'Mask' | 'Coach' | 'Block' | 'Log' | 'Gap';
export type RiskLevel = 'low' | 'medium' | 'high' | 'critical';
export const RISK_LEVELS: readonly RiskLevel[] = ['low', 'medium', 'high', 'critical'];

/** One place in a text. `start` and `end` count UTF-16 units, `end` is exclusive. */
export interface Finding {
  type: string;
  start: number;
  end: number;
  confidence: number;
  tier: number;
}

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

/** The types that the console has a name for; the server may send others. */
export const KNOWN_FINDING_TYPES = [
  'email', 'phone', 'payment_card', 'iban', 'fr_nir', 'fr_siret', 'fr_siren', 'person', 'ip_address',
  'api_key', 'jwt', 'money', 'medical_term', 'legal_reference', 'source_code', 'attachment',
] as const;
