// What every test of this folder starts from: OpenAI's client with nothing changed but base URL and
// key, the values that must not leave, and the log of the provider behind Avow.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import assert from 'node:assert/strict';
import OpenAI from 'openai';

function environment(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set`);
  }
  return value;
}

const statsUrl = environment('AVOW_UPSTREAM_STATS');

/** Personal data of nobody, by finding type. */
export const values = JSON.parse(readFileSync(new URL('../values.json', import.meta.url), 'utf8'));

/** One text that holds every value. */
export const everything = Object.entries(values)
  .map(([type, value]) => `${type}: ${value}.`)
  .join(' ');

export function client(options = {}) {
  return new OpenAI({
    baseURL: environment('AVOW_BASE_URL'),
    apiKey: environment('AVOW_KEY'),
    ...options,
  });
}

/** For tests of errors: a client that does not try again by itself. */
export function impatient() {
  return client({ maxRetries: 0 });
}

/** The same client on the provider itself, with no Avow between. */
export function direct() {
  return new OpenAI({
    baseURL: new URL('/v1', statsUrl).href,
    apiKey: 'fake-provider-key-0001',
    maxRetries: 0,
  });
}

/** A word that stands in one request only, by which it is found in the provider's log. */
export function mark() {
  return `mark-${randomUUID().replace(/[0-9-]/g, '')}`;
}

/** Asks for the provider's log. Each entry: body, everything (headers too), outcome. */
export async function upstream() {
  const answer = await fetch(statsUrl);
  return (await answer.json()).requests;
}

export async function received(marked) {
  const found = (await upstream()).filter((each) => each.body.includes(marked));
  assert.ok(found.length > 0, 'nothing with that mark came upstream');
  return found.at(-1);
}

/** No value may have left in a request with this mark, and the mark itself must have. */
export async function assertNothingLeft(marked) {
  const { everything: all } = await received(marked);
  for (const [type, value] of Object.entries(values)) {
    assert.ok(!all.includes(value), `${type} left`);
  }
}

export function assertHoldsAll(text) {
  for (const [type, value] of Object.entries(values)) {
    assert.ok(text.includes(value), `${type} is missing from the answer`);
  }
}

/** Tries until a condition holds, for half a minute: a busy machine is no failure. */
export async function eventually(condition, what) {
  for (let i = 0; i < 600; i++) {
    if (await condition()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(what);
}
