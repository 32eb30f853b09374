/** A kind of personal data. */
export interface FindingType {
  /** Stable, lower-case with underscores, such as `email` or `fr_siret`. */
  readonly id: string;
  /** 1: patterns of persons and payments. 2: secrets, other identifiers, network addresses. */
  readonly tier: 1 | 2;
}

/** Every type that this build can find. */
export const types: readonly FindingType[];

/** What a confidence rests on, weakest first: the shape alone; a word nearby; a checksum or registered prefix. */
export type Reason = 'pattern' | 'context' | 'checksum';

/** One piece of personal data in a text. It holds its place, never the text itself. */
export interface Finding {
  /** The id of its type, or `denied` for a term of {@link DetectorOptions.deny}. */
  type: string;
  tier: 1 | 2;
  /** The first char, in UTF-16 code units: what `String.prototype.slice` takes. */
  start: number;
  /** After the last char, in UTF-16 code units; always greater than `start`. */
  end: number;
  /** 0 to 1. */
  confidence: number;
  reason: Reason;
}

/** Whether all of the text was looked at. Partial is not clean: something may be there that was not found. */
export type Coverage =
  | { complete: true; why: null }
  | { complete: false; why: 'too_long' | 'out_of_time' | 'recognizer_failed' };

export interface Scan {
  /** Ordered by start, never overlapping. */
  findings: Finding[];
  coverage: Coverage;
}

export interface DetectorOptions {
  /** Default: both. */
  tiers?: readonly (1 | 2)[];
  /** Ids of the types to look for, out of {@link types}. Default: every type of the tiers. */
  types?: readonly string[];
  /** Values that are not reported, in any case: your own support address, a test card. */
  allow?: readonly string[];
  /** Terms that are reported as `denied` wherever they stand as whole words, in any case. They win over `allow`. */
  deny?: readonly string[];
}

export interface Limits {
  /** How much of the text is looked at, in UTF-16 code units. Default: all. */
  maxChars?: number;
  /** Milliseconds after which the recognizers stop. Default: no limit. */
  maxMillis?: number;
}

export interface RedactOptions extends Limits {
  /**
   * What stands in the place of a finding. Default: `[EMAIL_1]`, the same for equal values.
   * @param value the text of the finding
   */
  replace?: (finding: Finding, value: string) => string;
}

export interface Redaction extends Scan {
  /** The text without what was found; null where the coverage is partial, so that nothing unseen passes for clean. */
  text: string | null;
}

/** Immutable. Keeps nothing of any text, and talks to no network. */
export interface Detector {
  /**
   * Scans a text once, in time that grows with its length and not faster.
   * @param text any string, also ill-formed UTF-16; empty gives no findings
   * @throws TypeError where the text is no string or an option is unknown; RangeError where a limit is not positive
   */
  scan(text: string, limits?: Limits): Scan;
  /** Scans a text and puts something else in the place of what was found. Throws as `scan` does. */
  redact(text: string, options?: RedactOptions): Redaction;
}

/**
 * Makes a detector. It takes a moment: make one and keep it.
 * @throws TypeError where an option is unknown, or a type is not in {@link types}
 */
export function createDetector(options?: DetectorOptions): Detector;
