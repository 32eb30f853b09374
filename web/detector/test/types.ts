// Compiled, never run: the types say what the README says.
import { createDetector, types, type Coverage, type Finding } from '../index.js';

const detector = createDetector({ tiers: [1], types: types.map(({ id }) => id), allow: ['a@b.example'], deny: ['project x'] });
const { findings, coverage } = detector.scan('text', { maxChars: 10_000, maxMillis: 50 });
const first: Finding | undefined = findings[0];
const why: 'too_long' | 'out_of_time' | 'recognizer_failed' | null = (coverage satisfies Coverage).complete ? coverage.why : coverage.why;
const text: string | null = detector.redact('text', { replace: (finding, value) => finding.type + value.length }).text;
export const seen = [first?.confidence.toFixed(2), why, text];

// @ts-expect-error tier 3 is not in this build
createDetector({ tiers: [3] });
// @ts-expect-error a text is a string
detector.scan(5);
// @ts-expect-error a text that was not wholly looked at is null
const sure: string = detector.redact('text').text;
export { sure };
