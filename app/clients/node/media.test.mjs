import { test } from 'node:test';
import assert from 'node:assert/strict';
import OpenAI, { toFile } from 'openai';
import { assertNothingLeft, client, everything, mark, values } from './setting.mjs';

const openai = client({ maxRetries: 0 });
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const wav = Buffer.concat([Buffer.from('RIFF0000WAVEfmt '), Buffer.alloc(1600)]);

test('images_generate_promptIsMaskedAndComesBack', async () => {
  const marked = mark();
  const prompt = `${marked} ${everything}`;
  const answer = await openai.images.generate({ model: 'fake/image', prompt });
  assert.equal(answer.data[0].revised_prompt, prompt);
  await assertNothingLeft(marked);
});

test('images_edit_formIsMaskedAndComesBack', async () => {
  const marked = mark();
  const prompt = `${marked} ${everything}`;
  const image = await toFile(png, `${values.email}.png`, { type: 'image/png' });
  const answer = await openai.images.edit({ model: 'fake/image', image, prompt });
  assert.equal(answer.data[0].revised_prompt, prompt);
  await assertNothingLeft(marked);
});

test('speech_create_isOfMaskedText', async () => {
  const marked = mark();
  const sound = await openai.audio.speech.create({
    model: 'fake/tts',
    voice: 'alloy',
    input: `${marked} ${everything}`,
  });
  assert.equal((await sound.arrayBuffer()).byteLength, 300_000);
  await assertNothingLeft(marked);
});

test('transcriptions_create_promptIsMaskedAndComesBack', async () => {
  const marked = mark();
  const file = await toFile(wav, 'call.wav', { type: 'audio/wav' });
  const prompt = `${marked} ${everything}`;
  const answer = await openai.audio.transcriptions.create({ model: 'fake/whisper', file, prompt });
  assert.equal(answer.text, prompt);
  await assertNothingLeft(marked);
});

test('files_create_namedByARequest_isMaskedAndComesBack', async () => {
  const marked = mark();
  const file = await toFile(Buffer.from(`${marked} ${everything}`), 'a.txt');
  const kept = await openai.files.create({ file, purpose: 'user_data', model: 'fake/parrot-x' });
  const content = [{ type: 'input_file', file_id: kept.id }];
  const answer = await openai.responses.create({ model: 'fake/parrot-x', input: [{ role: 'user', content }] });
  for (const value of Object.values(values)) assert.ok(answer.output_text.includes(value), 'a value did not come back');
  await assertNothingLeft(marked);
});

test('files_create_ofAnotherPurpose_isRefused', async () => {
  const file = await toFile(Buffer.from(everything), 'a.txt');
  await assert.rejects(openai.files.create({ file, purpose: 'fine-tune' }), OpenAI.BadRequestError);
});
