import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createDetector, types } from '../index.js';

const EMAIL = 'alice@mail.example';
const detector = createDetector();
const kinds = ({ findings }) => findings.map(({ type }) => type).join(' ');

test('types_all_areOfTiersOneAndTwoWithoutDoubles', () => {
  assert.ok(types.length >= 7);
  assert.equal(new Set(types.map(({ id }) => id)).size, types.length);
  assert.ok(types.every(({ tier }) => tier === 1 || tier === 2));
});

test('scan_anAddress_saysAllThatItFound', () => {
  const text = `😀 to ${EMAIL}!`;
  const { findings, coverage } = detector.scan(text);
  assert.deepEqual(findings, [{ type: 'email', tier: 1, start: 6, end: 24, confidence: 0.9, reason: 'pattern' }]);
  assert.equal(text.slice(findings[0].start, findings[0].end), EMAIL);
  assert.deepEqual(coverage, { complete: true, why: null });
});

test('scan_emptyOrIllFormedText_findsNothing', () => {
  for (const text of ['', '\ud83d', '\ude00\ud83d', '\0', '\uffff\ufffe']) assert.deepEqual(detector.scan(text), { findings: [], coverage: { complete: true, why: null } });
});

test('scan_longerThanMaxChars_isPartial', () => {
  assert.deepEqual(detector.scan(`hello ${EMAIL}`, { maxChars: 5 }), { findings: [], coverage: { complete: false, why: 'too_long' } });
});

test('scan_outOfTime_isPartial', () => {
  const { coverage } = detector.scan(`${EMAIL} +33 6 12 34 56 78 `.repeat(50_000), { maxMillis: 0.001 });
  assert.deepEqual(coverage, { complete: false, why: 'out_of_time' });
});

test('scan_someTypes_findsOnlyThose', () => {
  const text = `${EMAIL} or +33 6 12 34 56 78`;
  assert.equal(kinds(createDetector({ types: ['phone'] }).scan(text)), 'phone');
  assert.equal(kinds(createDetector({ tiers: [1] }).scan(text)), 'email phone');
  assert.equal(kinds(createDetector({ tiers: [2], types: ['email'] }).scan(text)), '');
});

test('scan_allowedValue_isNotReported', () => {
  const own = createDetector({ allow: ['Alice@mail.example'] });
  assert.equal(kinds(own.scan(`${EMAIL} bob@mail.example`)), 'email');
});

test('scan_deniedTerm_isReportedAsAWholeWord', () => {
  const own = createDetector({ deny: ['Project X', '王伟', 'a+b'] });
  const text = 'project  x, projects xy, 请联系王伟谢谢, A+B';
  assert.deepEqual(own.scan(text).findings.map(({ start, end }) => text.slice(start, end)), ['project  x', '王伟', 'A+B']);
});

test('scan_deniedTermAcrossAFinding_letsNothingOfTheFindingGo', () => {
  const within = createDetector({ deny: ['mail'] }).scan(`to ${EMAIL}`);
  assert.deepEqual(within.findings.map(({ type, start, end }) => [type, start, end]), [['email', 3, 21]]);
  const over = createDetector({ deny: ['to alice', 'example ok'] }).scan(`to ${EMAIL} ok`);
  assert.deepEqual(over.findings.map(({ type, start, end }) => [type, start, end]), [['denied', 0, 24]]);
});

test('scan_deniedTermBeyondMaxChars_isNotReported', () => {
  assert.deepEqual(createDetector({ deny: ['secret'] }).scan('a secret', { maxChars: 4 }).findings, []);
});

test('redact_equalValues_shareOnePseudonym', () => {
  const { text } = detector.redact(`${EMAIL}, bob@mail.example, ${EMAIL} [EMAIL_1]`);
  assert.equal(text, '[EMAIL_2], [EMAIL_3], [EMAIL_2] [EMAIL_1]');
});

test('redact_ownReplacement_isUsed', () => {
  const { text } = detector.redact(`to ${EMAIL}`, { replace: ({ type }, value) => `<${type}:${value.length}>` });
  assert.equal(text, 'to <email:18>');
});

test('redact_partialCoverage_givesNoText', () => {
  assert.equal(detector.redact(`hello ${EMAIL}`, { maxChars: 5 }).text, null);
});

test('createDetector_mistakes_areRefusedWithoutTheirValue', () => {
  for (const options of [{ tiers: [] }, { tiers: [3] }, { types: [] }, { types: ['nope'] }, { allow: EMAIL }, { deny: [' '] }, { tier: 1 }]) {
    assert.throws(() => createDetector(options), (error) => error instanceof TypeError && !error.message.includes(EMAIL));
  }
});

test('scan_mistakes_areRefused', () => {
  assert.throws(() => detector.scan(5), TypeError);
  assert.throws(() => detector.scan('', { maxCharacters: 1 }), TypeError);
  for (const limits of [{ maxChars: 0 }, { maxChars: NaN }, { maxMillis: -1 }]) assert.throws(() => detector.scan('', limits), RangeError);
});

test('package_code_makesNoCodeFromStringsAndTalksToNobody', () => {
  const code = readFileSync(new URL('../dist/detector.js', import.meta.url), 'utf8');
  for (const banned of ['eval(', 'new Function', 'fetch(', 'XMLHttpRequest', 'WebSocket', 'import(', 'localStorage']) assert.ok(!code.includes(banned), banned);
});

test('readme_example_printsWhatItSays', () => {
  const [, code, printed] = readFileSync(new URL('../README.md', import.meta.url), 'utf8').match(/```js\n(.*?)```\n\nprints\n\n```\n(.*?)```/s);
  const told = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: new URL('..', import.meta.url), encoding: 'utf8' });
  assert.equal(told, printed);
});
