// Fills in what a new vector file expects: every vector with a `why` and a `text` but without `findings` gets what the
// detector finds today, to be read by a person before it is committed. Vectors that have findings stay as they are.
//   npm run generate -w detector -- FILE…
// A file named tier1… is scanned for tier 1 alone, any other for all tiers.
import { readFileSync, writeFileSync } from 'node:fs';
import { detectorFor, summary } from '../test/vectors.mjs';

const ascii = (json) => json.replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

for (const file of process.argv.slice(2)) {
  const detector = detectorFor(file);
  const vectors = JSON.parse(readFileSync(file, 'utf8'));
  let filled = 0;
  for (const vector of vectors) {
    if (vector.findings !== undefined) continue;
    vector.findings = summary(detector.scan(vector.text));
    filled++;
  }
  const lines = vectors.map(({ why, text, findings }) => {
    const found = findings.map(({ type, start, end }) => `{"type": "${type}", "start": ${start}, "end": ${end}}`).join(', ');
    return `  {"why": ${ascii(JSON.stringify(why))},\n   "text": ${ascii(JSON.stringify(text))},\n   "findings": [${found}]}`;
  });
  writeFileSync(file, `[\n${lines.join(',\n')}\n]\n`);
  console.log(`${file}: ${filled} of ${vectors.length} filled in`);
}
