// Anthropic's own client, with nothing changed but base URL and key, on a provider that speaks its
// API (claude) and on one that speaks OpenAI's (fake).
import { test } from 'node:test';
import assert from 'node:assert/strict';
import Anthropic from '@anthropic-ai/sdk';
import {
  assertHoldsAll,
  assertNothingLeft,
  eventually,
  everything,
  mark,
  received,
} from './setting.mjs';

const claude = new Anthropic({
  baseURL: process.env.AVOW_BASE_URL.replace(/\/v1$/, ''),
  apiKey: process.env.AVOW_KEY,
  maxRetries: 0,
});

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const tools = ['look_up', 'ask_for'].map((name) => ({
  name,
  input_schema: { type: 'object', properties: { who: { type: 'string' } }, required: ['who'] },
}));

function asked(model, marked, more = {}) {
  const messages = [{ role: 'user', content: `${marked} ${everything}` }];
  return { model, max_tokens: 99, messages, ...more };
}

for (const provider of ['claude', 'fake']) {
  test(`${provider}_wholeAndStreamed_holdTheOriginals`, async () => {
    const marked = mark();
    const whole = await claude.messages.create(asked(`${provider}/echo`, marked));
    assertHoldsAll(whole.content[0].text);
    assert.equal(whole.stop_reason, 'end_turn');
    const streamed = await claude.messages.stream(asked(`${provider}/echo`, marked)).finalMessage();
    assertHoldsAll(streamed.content[0].text);
    assert.ok(streamed.usage.output_tokens > 0);
    await assertNothingLeft(marked);
  });

  test(`${provider}_severalToolsAndTheirResults_holdTheOriginals`, async () => {
    const marked = mark();
    const first = asked(`${provider}/tools`, marked, { tools });
    const whole = await claude.messages.create(first);
    const streamed = await claude.messages.stream(first).finalMessage();
    for (const answer of [whole, streamed]) {
      const uses = answer.content.filter((block) => block.type === 'tool_use');
      assert.deepEqual(
        uses.map((use) => use.name),
        ['look_up', 'ask_for'],
      );
      uses.forEach((use) => assertHoldsAll(use.input.who));
      assert.equal(answer.stop_reason, 'tool_use');
    }
    const content = whole.content
      .filter((block) => block.type === 'tool_use')
      .map((use) => ({ type: 'tool_result', tool_use_id: use.id, content: `found ${everything}` }));
    const messages = [
      ...first.messages,
      { role: 'assistant', content: whole.content },
      { role: 'user', content },
    ];
    const second = await claude.messages.create({ ...first, messages });
    assertHoldsAll(second.content[0].text);
    await assertNothingLeft(marked);
  });

  test(`${provider}_structuredOutput_holdsTheOriginals`, async () => {
    const marked = mark();
    const schema = {
      type: 'object',
      properties: { contact: { type: 'string' }, age: { type: 'integer' } },
      required: ['contact', 'age'],
      additionalProperties: false,
    };
    const answer = await claude.messages.create(
      asked(`${provider}/json`, marked, {
        output_config: { format: { type: 'json_schema', schema } },
      }),
    );
    assertHoldsAll(JSON.parse(answer.content[0].text).contact);
    await assertNothingLeft(marked);
  });

  test(`${provider}_imageBesideText_arrivesAsItWas`, async () => {
    const marked = mark();
    const source = { type: 'base64', media_type: 'image/png', data: PIXEL };
    const content = [
      { type: 'image', source },
      { type: 'text', text: `${marked} ${everything}` },
    ];
    const answer = await claude.messages.create({
      ...asked(`${provider}/echo`, marked),
      messages: [{ role: 'user', content }],
    });
    assertHoldsAll(answer.content[0].text);
    assert.ok((await received(marked)).body.includes(PIXEL));
  });

  test(`${provider}_errors_areTheClientsOwn`, async () => {
    const marked = mark();
    await assert.rejects(
      claude.messages.create(asked(`${provider}/error-400`, marked)),
      Anthropic.BadRequestError,
    );
    await assert.rejects(
      claude.messages.create(asked(`${provider}/error-429`, marked)),
      Anthropic.RateLimitError,
    );
    await assert.rejects(
      claude.messages.stream(asked(`${provider}/breaks-off`, marked)).finalMessage(),
      Anthropic.APIError,
    );
  });

  test(`${provider}_cancelled_theProviderHearsOfIt`, async () => {
    const marked = mark();
    const stream = await claude.messages.create(
      asked(`${provider}/stall`, marked, { stream: true }),
    );
    for await (const event of stream) {
      assert.equal(event.type, 'message_start');
      break;
    }
    await eventually(
      async () => (await received(marked)).outcome === 'left',
      'the provider never heard of it',
    );
  });
}

test('policyAndKey_refusals_areTheClientsOwn', async () => {
  await assert.rejects(
    claude.messages.create(asked('blocked', mark())),
    (refused) =>
      refused instanceof Anthropic.PermissionDeniedError &&
      refused.error.error.code === 'policy_blocked',
  );
  const stranger = new Anthropic({ baseURL: claude.baseURL, apiKey: 'avow_nobody', maxRetries: 0 });
  await assert.rejects(
    stranger.messages.create(asked('claude/echo', mark())),
    Anthropic.AuthenticationError,
  );
});
