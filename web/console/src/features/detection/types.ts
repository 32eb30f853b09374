import type { Finding } from '@/words';

export const CHECKSUMS = ['luhn', 'mod97', 'mod11', 'mod11_2', 'mod11_10', 'ean', 'verhoeff'] as const;
export type Checksum = (typeof CHECKSUMS)[number];

export interface FindingType {
  id: string;
  tier: number;
  origin: 'built_in' | 'recognizer' | 'list';
  /** Whether it is looked for. */
  on: boolean;
}

export interface RecognizerDraft {
  name: string;
  description: string | null;
  enabled: boolean;
  patterns: string[];
  words: string[];
  checksum: Checksum | null;
  context: { words: string[]; required: boolean };
  confidence: number;
  examples: { match: string[]; no_match: string[] };
}

export interface Recognizer extends RecognizerDraft {
  id: string;
  created_by: string | null;
  created_at: string;
  modified_at: string;
}

export interface Trial {
  findings: (Finding & { reason: 'pattern' | 'context' | 'checksum' })[];
  coverage: 'complete' | 'partial';
  why: string | null;
  duration_ms: number;
}

export interface TrialInput {
  text: string;
  /** Null looks for everything that is in force. */
  recognizer: RecognizerDraft | null;
}
