import { describe, expect, test } from 'vitest';
import type { Finding } from '@/words';
import { pseudonymsIn, restoredIn } from './journey';
import { cut, marksOf } from './marks';

const find = (text: string, ...parts: string[]): Finding[] =>
  parts.map((part) => {
    const start = text.indexOf(part);
    return { type: 'email', start, end: start + part.length, confidence: 1, tier: 1 };
  });

const marked = (text: string, marks: { start: number; end: number }[]) => marks.map((m) => text.slice(m.start, m.end));

describe('marksOf', () => {
  test('marksOf_overlap_keepsTheLonger', () => {
    const short = { type: 'a', start: 2, end: 4, confidence: 1, tier: 1 };
    const long = { type: 'b', start: 3, end: 9, confidence: 1, tier: 1 };
    expect(marksOf([short, long], 20).map((m) => m.type)).toEqual(['b']);
  });

  test('marksOf_outsideTheText_isLeftOut', () => {
    expect(marksOf([{ type: 'a', start: 2, end: 40, confidence: 1, tier: 1 }], 20)).toEqual([]);
  });
});

describe('cut', () => {
  test('cut_joined_isTheText', () => {
    const text = '👩‍🔬 writes to a@b.example now';
    const marks = marksOf(find(text, 'a@b.example'), text.length);
    const pieces = cut(text, marks);
    expect(pieces.map((p) => p.text).join('')).toBe(text);
    expect(pieces.filter((p) => p.mark).map((p) => p.text)).toEqual(['a@b.example']);
  });

  test('cut_markAtBothEnds_makesNoEmptyPiece', () => {
    expect(cut('ab', [{ start: 0, end: 1, type: null }, { start: 1, end: 2, type: null }])).toHaveLength(2);
  });
});

describe('pseudonymsIn', () => {
  test('pseudonymsIn_twoFindings_marksBoth', () => {
    const typed = 'Write to a@b.example and c@d.example.';
    const left = 'Write to <EMAIL_1> and <EMAIL_2>.';
    expect(marked(left, pseudonymsIn(typed, left, find(typed, 'a@b.example', 'c@d.example')))).toEqual(['<EMAIL_1>', '<EMAIL_2>']);
  });

  test('pseudonymsIn_pseudonymHoldsTheTextBetween_triesTheNextPlace', () => {
    // The space between the findings also stands inside the pseudonyms.
    const typed = '+33612345678 a@b.example!';
    const left = '+33 6 00 mail one!';
    const marks = pseudonymsIn(typed, left, find(typed, '+33612345678', 'a@b.example'));
    expect(marks).toHaveLength(2);
    expect(marks.map((m) => left.slice(m.start, m.end)).join(' ')).toBe('+33 6 00 mail one');
  });

  test('pseudonymsIn_findingThatLeftAsItWas_isNotMarked', () => {
    const typed = 'a@b.example or c@d.example';
    const left = 'a@b.example or EMAIL_1';
    expect(marked(left, pseudonymsIn(typed, left, find(typed, 'a@b.example', 'c@d.example')))).toEqual(['EMAIL_1']);
  });

  test('pseudonymsIn_sameText_marksNothing', () => {
    expect(pseudonymsIn('a', 'a', [])).toEqual([]);
  });

  test('pseudonymsIn_withoutFindings_marksWhatDiffers', () => {
    expect(marked('to X now', pseudonymsIn('to a@b.example now', 'to X now', []))).toEqual(['X']);
  });

  test('pseudonymsIn_manyFindingsThatDoNotAlign_endsSoon', () => {
    const typed = Array.from({ length: 200 }, (_, i) => `m${i}@x.example`).join(' ');
    const left = `${'P '.repeat(400)}end`;
    const findings = find(typed, ...typed.split(' '));
    const start = performance.now();
    pseudonymsIn(typed, left, findings);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('restoredIn', () => {
  test('restoredIn_hiddenValueTwice_marksBoth', () => {
    const typed = 'Write to a@b.example';
    const answer = 'I wrote to a@b.example, yes a@b.example';
    expect(marked(answer, restoredIn(answer, typed, 'Write to X', find(typed, 'a@b.example')))).toEqual(['a@b.example', 'a@b.example']);
  });

  test('restoredIn_valueThatLeftInTheClear_isNotMarked', () => {
    const typed = 'Write to a@b.example';
    expect(restoredIn(typed, typed, typed, find(typed, 'a@b.example'))).toEqual([]);
  });
});
