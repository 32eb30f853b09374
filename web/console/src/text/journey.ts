import { type Mark, marksOf } from './marks';
import type { Finding } from '@/words';

/**
 * Where the pseudonyms stand in the text that left.
 *
 * The receipt gives the text, not the places. What was not found left unchanged, so the unchanged
 * parts of the typed text must follow each other in the text that left; what lies between them took
 * the place of a finding. The search tries a later place for a part where an earlier one leads
 * nowhere, and remembers dead ends, so it stays polynomial.
 */
export function pseudonymsIn(typed: string, left: string, findings: readonly Finding[]): Mark[] {
  if (typed === left) return [];
  const found = marksOf(findings, typed.length);
  return align(typed, left, found) ?? middle(typed, left);
}

function align(typed: string, left: string, found: readonly Mark[]): Mark[] | null {
  const first = found[0];
  // Beyond this a person no longer compares mark by mark, and the search would grow deep.
  if (!first || found.length > 500 || !left.startsWith(typed.slice(0, first.start))) return null;
  const dead = new Set<string>();

  const place = (index: number, from: number): Mark[] | null => {
    const mark = found[index];
    if (!mark) return from === left.length ? [] : null;
    const key = `${index}:${from}`;
    if (dead.has(key)) return null;
    const next = found[index + 1];
    const between = typed.slice(mark.end, next ? next.start : typed.length);
    const tail = left.length - between.length;
    // The last unchanged part must end the text; any other may stand wherever it occurs.
    let at = next ? left.indexOf(between, from) : left.endsWith(between) && tail >= from ? tail : -1;
    while (at >= 0) {
      const rest = place(index + 1, at + between.length);
      if (rest) return [{ start: from, end: at, type: mark.type }, ...rest];
      at = next ? left.indexOf(between, at + 1) : -1;
    }
    dead.add(key);
    return null;
  };

  const placed = place(0, first.start);
  // A finding that left as it was (a policy may mask some types only) is no pseudonym.
  return placed?.filter((m, i) => {
    const original = found[i];
    return !original || left.slice(m.start, m.end) !== typed.slice(original.start, original.end);
  }) ?? null;
}

/** Without an alignment: the one stretch between the common beginning and the common end. */
function middle(typed: string, left: string): Mark[] {
  const shorter = Math.min(typed.length, left.length);
  let start = 0;
  while (start < shorter && typed[start] === left[start]) start++;
  let end = 0;
  while (end < shorter - start && typed.at(-1 - end) === left.at(-1 - end)) end++;
  return left.length - end > start ? [{ start, end: left.length - end, type: null }] : [];
}

/** Where the values that were hidden from the model stand in the answer. */
export function restoredIn(answer: string, typed: string, left: string, findings: readonly Finding[]): Mark[] {
  const hidden = marksOf(findings, typed.length)
    .map((m) => ({ value: typed.slice(m.start, m.end), type: m.type }))
    .filter(({ value }) => value.length > 1 && !left.includes(value));
  const places: Finding[] = [];
  for (const { value, type } of hidden) {
    for (let at = answer.indexOf(value); at >= 0; at = answer.indexOf(value, at + value.length)) {
      places.push({ start: at, end: at + value.length, type: type ?? '', confidence: 1, tier: 1 });
    }
  }
  return marksOf(places, answer.length);
}
