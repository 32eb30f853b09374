import type { Finding } from '@/words';

/** A part of a text to be shown marked. UTF-16 units, `end` exclusive. */
export interface Mark {
  start: number;
  end: number;
  /** The finding type, or null where it is not known. */
  type: string | null;
}

export interface Piece {
  text: string;
  mark: Mark | null;
}

/** The findings in reading order without overlaps; of two that overlap, the longer one stays. */
export function marksOf(findings: readonly Finding[], length: number): Mark[] {
  const valid = findings.filter((f) => f.start >= 0 && f.end > f.start && f.end <= length);
  const longestFirst = [...valid].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Mark[] = [];
  for (const f of longestFirst) {
    if (kept.every((k) => f.end <= k.start || f.start >= k.end)) {
      kept.push({ start: f.start, end: f.end, type: f.type });
    }
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** Cuts a text at its marks. The pieces joined give the text again. */
export function cut(text: string, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of marks) {
    if (mark.start > at) pieces.push({ text: text.slice(at, mark.start), mark: null });
    pieces.push({ text: text.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mark: null });
  return pieces;
}
