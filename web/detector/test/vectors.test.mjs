import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectorFor, summary, vectorFiles } from './vectors.mjs';

for (const { file, vectors } of vectorFiles()) {
  test(`scan_${file}_findsWhatItSays`, () => {
    const detector = detectorFor(file);
    assert.ok(vectors.length > 0);
    for (const { why, text, findings } of vectors) assert.deepEqual(summary(detector.scan(text)), findings, why);
  });
}
