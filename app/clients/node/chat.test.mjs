import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import {
  assertHoldsAll,
  assertNothingLeft,
  client,
  direct,
  everything,
  mark,
  received,
  upstream,
  values,
} from './setting.mjs';

const openai = client();

function ask(model, content, more = {}) {
  return openai.chat.completions.create({ model, messages: [{ role: 'user', content }], ...more });
}

after(async () => {
  // Whatever else was tested: the values never reached the provider through Avow.
  for (const { everything: all } of await upstream()) {
    if (!all.includes('direct-')) {
      for (const [type, value] of Object.entries(values)) {
        assert.ok(!all.includes(value), `${type} left`);
      }
    }
  }
});

test('fake_asked_directly_answersAsTheClientExpects', async () => {
  const provider = direct();
  const messages = [{ role: 'user', content: 'direct-hello' }];
  const whole = await provider.chat.completions.create({ model: 'echo', messages });
  assert.equal(whole.choices[0].message.content, 'direct-hello');
  const streamed = await provider.chat.completions
    .stream({ model: 'echo', messages, stream_options: { include_usage: true } })
    .finalChatCompletion();
  assert.equal(streamed.choices[0].message.content, 'direct-hello');
  assert.ok(streamed.usage.total_tokens > 0);
});

test('chat_allValues_neverLeaveAndComeBack', async () => {
  const marked = mark();
  const answer = await ask('echo', `${marked} ${everything}`);
  assertHoldsAll(answer.choices[0].message.content);
  assert.equal(answer.object, 'chat.completion');
  assert.equal(answer.choices[0].finish_reason, 'stop');
  assert.ok(answer.usage.total_tokens > 0);
  await assertNothingLeft(marked);
});

test('chat_nothingPersonal_leavesUnchanged', async () => {
  const marked = mark();
  const messages = [{ role: 'user', content: `${marked} "quoted"\n\té 漢字 🙂 \\u0041` }];
  const answer = await openai.chat.completions.create({ model: 'echo', messages, temperature: 0.5 });
  assert.equal(answer.choices[0].message.content, messages[0].content);
  const { body } = await received(marked);
  assert.deepEqual(JSON.parse(body), { model: 'echo', messages, temperature: 0.5 });
});

test('chat_callersKey_staysHere', async () => {
  const marked = mark();
  await ask('echo', marked);
  const { everything: all } = await received(marked);
  assert.ok(!all.includes(process.env.AVOW_KEY), "the caller's key left");
});

test('chat_parts_eachIsMasked', async () => {
  const marked = mark();
  const parts = Object.values(values).map((value) => ({ type: 'text', text: `it is ${value}` }));
  const answer = await ask('echo', [{ type: 'text', text: marked }, ...parts]);
  assertHoldsAll(answer.choices[0].message.content);
  await assertNothingLeft(marked);
});

test('chat_severalTurns_oneValueHasOnePseudonym', async () => {
  const marked = mark();
  const answer = await openai.chat.completions.create({
    model: 'transcript',
    messages: [
      { role: 'system', content: `You serve ${values.email}. ${marked}` },
      { role: 'developer', content: `Be kind to ${values.phone}` },
      { role: 'user', content: `I am ${values.email}` },
      { role: 'assistant', content: `Hello ${values.email}` },
      { role: 'user', content: `My card is ${values.payment_card}`, name: 'someone' },
    ],
  });
  const text = answer.choices[0].message.content;
  assert.equal(text.split(values.email).length - 1, 3);
  assert.ok(text.includes(values.phone) && text.includes(values.payment_card));
  await assertNothingLeft(marked);
  const { body } = await received(marked);
  assert.equal(new Set(body.match(/\[EMAIL_\d+\]/g)).size, 1);
});

test('chat_severalChoices_eachIsRestored', async () => {
  const answer = await ask('echo', `I am ${values.email}`, { n: 2 });
  assert.deepEqual(
    answer.choices.map((each) => [each.index, each.message.content]),
    [0, 1].map((index) => [index, `I am ${values.email}`]),
  );
});

test('chat_refusal_isRestored', async () => {
  const answer = await ask('refusal', values.email);
  assert.equal(answer.choices[0].message.refusal, `I cannot help with: ${values.email}`);
  assert.equal(answer.choices[0].message.content, null);
});

test('chat_rawResponse_hasAvowsHeaders', async () => {
  const { data, response } = await ask('echo', values.email).withResponse();
  assert.equal(data.choices[0].message.content, values.email);
  assert.match(response.headers.get('avow-interaction'), /^[0-9a-f-]{36}$/);
  assert.equal(response.headers.get('avow-action'), 'mask');
  assert.match(response.headers.get('avow-overhead-ms'), /^\d+\.\d\d$/);
});

test('chat_receiptAsked_standsBesideTheAnswer', async () => {
  const answer = await openai.chat.completions.create(
    { model: 'echo', messages: [{ role: 'user', content: `I am ${values.email}` }] },
    { headers: { 'Avow-Receipt': 'full' } },
  );
  assert.equal(answer.choices[0].message.content, `I am ${values.email}`);
  assert.deepEqual(answer.avow.findings, [{ type: 'email', count: 1 }]);
  assert.ok(answer.avow.text.includes('[EMAIL_1]') && !answer.avow.text.includes(values.email));
});

test('models_listed_holdTheProvidersAndTheMirror', async () => {
  const ids = [];
  for await (const model of openai.models.list()) {
    ids.push(model.id);
  }
  assert.ok(ids.includes('avow/mirror'));
  assert.ok(ids.some((id) => id.endsWith('/echo')));
  const one = await openai.models.retrieve('avow/mirror');
  assert.equal(one.object, 'model');
});

test('mirror_asked_showsTheJourney', async () => {
  const answer = await ask('avow/mirror', `I am ${values.email}`);
  assert.ok(answer.choices[0].message.content.includes(values.email));
});
