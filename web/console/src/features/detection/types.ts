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
  list?: ListDraft;
  /** Whether all that is in force looks too: an allow list takes away what others found. */
  with_all?: boolean;
}

export const LIST_KINDS = ['deny', 'allow'] as const;
export const MATCHES = ['ignore_case', 'exact', 'pattern'] as const;

export interface ListDraft {
  name: string;
  description: string | null;
  enabled: boolean;
  /** `deny`: always reported; `allow`: never. */
  kind: (typeof LIST_KINDS)[number];
  /** Of an allow list the type that it is about, null for all; of a deny list the one that is reported. */
  type: string | null;
  /** `pattern`: for allow lists alone. */
  match: (typeof MATCHES)[number];
  values: string[];
}

export interface DetectionList extends ListDraft {
  id: string;
  modified_at: string;
}
