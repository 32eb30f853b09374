import { test } from 'node:test';
import assert from 'node:assert/strict';
import {
  assertHoldsAll,
  assertNothingLeft,
  client,
  eventually,
  everything,
  mark,
  received,
  values,
} from './setting.mjs';

const openai = client();

function stream(model, content, more = {}) {
  return openai.chat.completions.create({
    model,
    messages: [{ role: 'user', content }],
    stream: true,
    ...more,
  });
}

async function collected(chunks) {
  const all = [];
  for await (const chunk of chunks) {
    all.push(chunk);
  }
  return all;
}

function text(chunks, choice = 0) {
  return chunks
    .flatMap((chunk) => chunk.choices)
    .filter((each) => each.index === choice)
    .map((each) => each.delta?.content ?? '')
    .join('');
}

for (const model of ['echo', 'cut-1', 'cut-2', 'cut-7', 'drip-1', 'drip-3']) {
  test(`stream_${model}_allValuesComeBack`, async () => {
    const marked = mark();
    const chunks = await collected(await stream(model, `${marked} ${everything}`));
    assert.equal(text(chunks), `${marked} ${everything}`);
    assert.equal(chunks.at(-1).choices[0].finish_reason, 'stop');
    await assertNothingLeft(marked);
  });
}

test('stream_usageAsked_comesLast', async () => {
  const more = { stream_options: { include_usage: true } };
  const chunks = await collected(await stream('cut-3', values.email, more));
  assert.deepEqual(chunks.at(-1).choices, []);
  assert.ok(chunks.at(-1).usage.total_tokens > 0);
  assert.equal(text(chunks), values.email);
});

test('stream_severalChoices_areKeptApart', async () => {
  const chunks = await collected(await stream('cut-1', everything, { n: 2 }));
  assertHoldsAll(text(chunks, 0));
  assertHoldsAll(text(chunks, 1));
});

test('stream_receiptAsked_comesAsALastEventThatDisturbsNothing', async () => {
  const answer = openai.chat.completions.stream(
    { model: 'cut-1', messages: [{ role: 'user', content: `I am ${values.email}` }] },
    { headers: { 'Avow-Receipt': 'full' } },
  );
  let receipt;
  answer.on('chunk', (chunk) => {
    receipt = chunk.avow ?? receipt;
  });
  const final = await answer.finalChatCompletion();
  assert.equal(final.choices[0].message.content, `I am ${values.email}`);
  assert.deepEqual(receipt.findings, [{ type: 'email', count: 1 }]);
});

test('streamHelper_events_bringTheWholeText', async () => {
  const helper = openai.chat.completions.stream({
    model: 'cut-1',
    messages: [{ role: 'user', content: everything }],
  });
  let told = '';
  helper.on('content', (delta) => {
    told += delta;
  });
  assert.equal(await helper.finalContent(), everything);
  assert.equal(told, everything);
});

test('stream_callerLeaves_theProviderHearsOfIt', async () => {
  const marked = mark();
  const chunks = await stream('stall', `${marked} ${'some words '.repeat(20)}`);
  for await (const _ of chunks) {
    break; // closes the connection
  }
  await eventually(async () => (await received(marked)).outcome === 'left', 'it still waits');
});

test('whole_callerAborts_theProviderHearsOfIt', async () => {
  const marked = mark();
  const abort = new AbortController();
  const pending = openai.chat.completions.create(
    { model: 'stall', messages: [{ role: 'user', content: marked }] },
    { signal: abort.signal },
  );
  await eventually(async () => {
    try {
      return (await received(marked)) !== undefined;
    } catch {
      return false;
    }
  }, 'nothing came upstream');
  abort.abort();
  await assert.rejects(pending, { name: /AbortError|Error/ });
  await eventually(async () => (await received(marked)).outcome === 'left', 'it still waits');
});
