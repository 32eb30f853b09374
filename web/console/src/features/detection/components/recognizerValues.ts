import type { Checksum, Recognizer, RecognizerDraft } from '../types';

/** A recognizer as the form holds it: lists are lines. */
export interface RecognizerValues {
  name: string;
  description: string;
  enabled: boolean;
  patterns: string;
  words: string;
  checksum: Checksum | null;
  context: string[];
  required: boolean;
  confidence: number | string;
  match: string;
  no_match: string;
}

export const emptyValues: RecognizerValues = {
  name: '',
  description: '',
  enabled: true,
  patterns: '',
  words: '',
  checksum: null,
  context: [],
  required: false,
  confidence: 60,
  match: '',
  no_match: '',
};

export const toValues = (it: Recognizer): RecognizerValues => ({
  name: it.name,
  description: it.description ?? '',
  enabled: it.enabled,
  patterns: it.patterns.join('\n'),
  words: it.words.join('\n'),
  checksum: it.checksum,
  context: it.context.words,
  required: it.context.required,
  confidence: Math.round(it.confidence * 100),
  match: it.examples.match.join('\n'),
  no_match: it.examples.no_match.join('\n'),
});

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

export const toDraft = (values: RecognizerValues): RecognizerDraft => ({
  name: values.name.trim(),
  description: values.description.trim() || null,
  enabled: values.enabled,
  patterns: lines(values.patterns),
  words: lines(values.words),
  checksum: values.checksum,
  context: { words: values.context, required: values.required },
  confidence: (Number(values.confidence) || 60) / 100,
  examples: { match: lines(values.match), no_match: lines(values.no_match) },
});

/** What the server takes of a recognizer: without the fields that it makes itself. */
export const draftOf = (it: Recognizer): RecognizerDraft => toDraft(toValues(it));

const FIELDS: Record<string, keyof RecognizerValues> = {
  name: 'name',
  description: 'description',
  patterns: 'patterns',
  words: 'words',
  checksum: 'checksum',
  'context.words': 'context',
  confidence: 'confidence',
  'examples.match': 'match',
  'examples.no_match': 'no_match',
};

/** The form's field and the line that the server's field name means, such as `examples.match[1]`. */
export function fieldOf(name: string): { field: keyof RecognizerValues; line: number | null } | null {
  const [, path = '', index] = /^(?:recognizer\.)?([a-z_.]+)(?:\[(\d+)\])?$/.exec(name) ?? [];
  const field = FIELDS[path];
  return field ? { field, line: index === undefined ? null : Number(index) + 1 } : null;
}
