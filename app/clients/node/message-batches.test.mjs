// Message batches: Anthropic's client with nothing changed but base URL and key.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import Anthropic from '@anthropic-ai/sdk';
import { assertHoldsAll, assertNothingLeft, everything, mark, values } from './setting.mjs';

const { batches } = new Anthropic({
  baseURL: process.env.AVOW_BASE_URL.replace(/\/v1$/, ''),
  apiKey: process.env.AVOW_KEY,
  maxRetries: 0,
}).messages;

function request(custom_id, content, model = 'claude/echo') {
  return { custom_id, params: { model, max_tokens: 99, messages: [{ role: 'user', content }] } };
}

test('messageBatch_ofSeveral_neverLeavesAndComesBack', async () => {
  const marked = mark();
  const batch = await batches.create({
    requests: [
      request(values.email, `${marked} ${everything}`),
      request('late', marked, 'claude/expires'),
    ],
  });
  assert.equal(batch.processing_status, 'in_progress');
  assert.equal((await batches.retrieve(batch.id)).processing_status, 'ended');
  const told = {};
  for await (const each of await batches.results(batch.id)) {
    told[each.custom_id] = each.result;
  }
  assert.deepEqual(Object.keys(told).sort(), [values.email, 'late'].sort());
  assertHoldsAll(told[values.email].message.content[0].text);
  assert.equal(told.late.type, 'expired');
  await assertNothingLeft(marked);
  assert.equal((await batches.delete(batch.id)).type, 'message_batch_deleted');
  await assert.rejects(batches.retrieve(batch.id), Anthropic.NotFoundError);
});

test('messageBatches_listed_areAllThereAndOneIsCancelled', async () => {
  const batch = await batches.create({ requests: [request('a', mark(), 'claude/runs')] });
  assert.equal((await batches.cancel(batch.id)).processing_status, 'canceling');
  const listed = [];
  for await (const each of batches.list({ limit: 1 })) {
    listed.push(each.id);
  }
  assert.ok(listed.includes(batch.id));
});
