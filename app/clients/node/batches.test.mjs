// Files and batches: OpenAI's client with nothing changed but base URL and key.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import OpenAI, { toFile } from 'openai';
import { assertHoldsAll, assertNothingLeft, client, everything, mark, values } from './setting.mjs';

const openai = client({ maxRetries: 0 });

function requests(...texts) {
  const lines = texts.map((content, number) =>
    JSON.stringify({
      custom_id: `${values.email} ${number}`,
      method: 'POST',
      url: '/v1/chat/completions',
      body: { model: 'fake/echo', messages: [{ role: 'user', content }] },
    }),
  );
  return toFile(Buffer.from(lines.join('\n')), `${values.email}.jsonl`);
}

test('batch_ofChats_neverLeavesAndComesBack', async () => {
  const marked = mark();
  const file = await openai.files.create({
    file: await requests(`${marked} ${everything}`, marked),
    purpose: 'batch',
  });
  assert.equal(file.filename, `${values.email}.jsonl`);
  const batch = await openai.batches.create({
    input_file_id: file.id,
    endpoint: '/v1/chat/completions',
    completion_window: '24h',
    metadata: { for: values.email },
  });
  assert.deepEqual(batch.metadata, { for: values.email });
  const done = await openai.batches.retrieve(batch.id);
  assert.equal(done.status, 'completed');
  const content = await (await openai.files.content(done.output_file_id)).text();
  const answers = content.trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(
    answers.map((each) => each.custom_id),
    [0, 1].map((number) => `${values.email} ${number}`),
  );
  assertHoldsAll(answers[0].response.body.choices[0].message.content);
  await assertNothingLeft(marked);
  const listed = [];
  for await (const each of openai.files.list({ purpose: 'batch' })) {
    listed.push(each.id);
  }
  assert.ok(listed.includes(file.id));
  assert.ok((await openai.files.delete(file.id)).deleted);
  await assert.rejects(openai.files.retrieve(file.id), OpenAI.NotFoundError);
});
