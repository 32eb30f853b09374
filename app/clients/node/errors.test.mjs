import { test } from 'node:test';
import assert from 'node:assert/strict';
import OpenAI from 'openai';
import {
  assertNothingLeft,
  client,
  impatient,
  mark,
  received,
  upstream,
  values,
} from './setting.mjs';

const openai = impatient();

function ask(model, content, options) {
  return openai.chat.completions.create({ model, messages: [{ role: 'user', content }] }, options);
}

async function failure(promise, kind) {
  let failed;
  await assert.rejects(promise, (error) => {
    failed = error;
    return true;
  });
  assert.ok(failed instanceof kind, `${failed.constructor.name}, not ${kind.name}`);
  for (const [type, value] of Object.entries(values)) {
    assert.ok(!failed.message.includes(value), `${type} stands in the error`);
  }
  return failed;
}

test('error_unknownKey_isAuthenticationError', async () => {
  const stranger = client({ apiKey: 'avow_nobodys-key', maxRetries: 0 });
  const error = await failure(stranger.models.list(), OpenAI.AuthenticationError);
  assert.equal(error.code, 'invalid_api_key');
});

test('error_unknownModel_isNotFoundError', async () => {
  const error = await failure(ask('avow/none', 'hello'), OpenAI.NotFoundError);
  assert.equal(error.code, 'model_not_found');
  await failure(openai.models.retrieve('avow/none'), OpenAI.NotFoundError);
});

test('error_badRequest_namesTheParameter', async () => {
  const error = await failure(
    openai.chat.completions.create({ model: 'echo', messages: [{ role: 'user', content: 5 }] }),
    OpenAI.BadRequestError,
  );
  assert.equal(error.param, 'messages[0].content');
  assert.equal(error.type, 'invalid_request_error');
});

test('error_providerSaysBadRequest_isPassedOn', async () => {
  const error = await failure(
    openai.chat.completions.create({
      model: 'echo',
      messages: [{ role: 'user', content: mark() }],
      stream_options: { include_usage: true },
    }),
    OpenAI.BadRequestError,
  );
  assert.equal(error.param, 'stream_options');
});

test('error_blockedByPolicy_isPermissionDeniedAndNothingLeaves', async () => {
  const marked = mark();
  const error = await failure(ask('blocked', `${marked} ${values.email}`), OpenAI.PermissionDeniedError);
  assert.equal(error.code, 'policy_blocked');
  assert.match(error.headers.get('avow-interaction'), /^[0-9a-f-]{36}$/);
  assert.equal(error.headers.get('avow-action'), 'block');
  assert.ok(!(await upstream()).some((each) => each.body.includes(marked)), 'it left');
});

test('error_coachedByPolicy_acknowledgedGoesThrough', async () => {
  const marked = mark();
  const content = `${marked} ${values.email}`;
  const error = await failure(ask('coached', content), OpenAI.ConflictError);
  assert.equal(error.code, 'policy_coach');
  assert.ok(!(await upstream()).some((each) => each.body.includes(marked)), 'it left');
  const headers = { 'Avow-Acknowledge': error.error.acknowledge_token };
  const answer = await ask('coached', content, { headers });
  assert.equal(answer.choices[0].message.content, content);
  await assertNothingLeft(marked);
  // The token is for that request alone.
  await failure(ask('coached', `${content} more`, { headers }), OpenAI.ConflictError);
});

test('error_rateLimited_isRateLimitError', async () => {
  await failure(ask('rate-limited', mark()), OpenAI.RateLimitError);
});

for (const status of [500, 502, 503]) {
  test(`error_providerAnswers${status}_isAProviderFault`, async () => {
    const error = await failure(ask(`error-${status}`, values.email), OpenAI.InternalServerError);
    assert.equal(error.status, 502);
    assert.equal(error.code, 'provider_refused');
  });
}

test('error_providerRefusesItsKey_isNotTheCallersFault', async () => {
  const error = await failure(ask('error-401', 'hello'), OpenAI.InternalServerError);
  assert.equal(error.code, 'provider_refused');
});

test('error_garbageFromProvider_isAProviderFault', async () => {
  const error = await failure(ask('garbage', 'hello'), OpenAI.InternalServerError);
  assert.equal(error.code, 'provider_invalid_answer');
});

test('error_streamBreaksOff_isAnAPIError', async () => {
  for (const model of ['breaks-off', 'no-done']) {
    const stream = await openai.chat.completions.create({
      model,
      messages: [{ role: 'user', content: `some words to begin with ${values.email}` }],
      stream: true,
    });
    const read = async () => {
      for await (const _ of stream) {
        // until it breaks
      }
    };
    const error = await failure(read(), OpenAI.APIError);
    assert.equal(error.code, 'provider_broke_off');
  }
});

test('error_once_theClientsOwnRetrySucceeds', async () => {
  const marked = mark();
  const answer = await client().chat.completions.create({
    model: 'flaky',
    messages: [{ role: 'user', content: `${marked} ${values.email}` }],
  });
  assert.equal(answer.choices[0].message.content, `${marked} ${values.email}`);
  assert.ok(await received(marked));
});
