// A stand-in for Avow's server: for development and for looking at the pages. It is never shipped.
import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiKeys, audit, auditEntry, kindOf, interaction, interactions, ME, policies, providers, recognizers, TYPES_FOUND, wantedEntries } from './data.mjs';
import { people } from './people.mjs';
import { retention } from './retention.mjs';
import { copyOf, erase } from './rights.mjs';
import { decide, findingsOf, pseudonymised } from './detect.mjs';

const PORT = Number(process.env.MOCK_PORT ?? 8421);
const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const EMPTY = process.env.MOCK_EMPTY === '1';
const CSP = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

const store = { keys: EMPTY ? [] : apiKeys(), providers: EMPTY ? [] : providers(), policies: EMPTY ? [] : policies(), recognizers: EMPTY ? [] : recognizers(), audit: EMPTY ? [] : audit() };
store.interactions = EMPTY ? [] : interactions(store.keys);
const sessions = new Set();
const listeners = new Set();
const acknowledgements = new Set();
let setupNeeded = process.env.MOCK_SETUP === '1';

const json = (res, status, body, headers = {}) => {
  res.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  res.end(body === undefined ? '' : JSON.stringify(body));
};
const fail = (res, status, code, message, field = null) => json(res, status, { error: { code, message, field } });
const openAiFail = (res, status, code, message, more = {}) => json(res, status, { error: { message, type: 'invalid_request_error', param: null, code, ...more } });

async function bodyOf(req) {
  let text = '';
  for await (const part of req) text += part;
  return text ? JSON.parse(text) : {};
}

function page(url, items) {
  const limit = Number(url.searchParams.get('limit') ?? 50);
  const from = Number(url.searchParams.get('cursor') ?? 0);
  return { items: items.slice(from, from + limit), next_cursor: from + limit < items.length ? String(from + limit) : null };
}

function publish(item) {
  for (const res of listeners) res.write(`event: interaction\ndata: ${JSON.stringify(item)}\n\n`);
}

function record(item) {
  store.interactions.unshift(item);
  publish(item);
  return item;
}

const note = (action, type, id, before, after) =>
  store.audit.unshift(auditEntry({ action, resource_type: type, resource_id: id, changes: { before, after } }));

function signedIn(req) {
  const match = /avow_session=(\w+)/.exec(req.headers.cookie ?? '');
  return match !== null && sessions.has(match[1]);
}

function cookie() {
  const id = randomBytes(16).toString('hex');
  sessions.add(id);
  return { 'Set-Cookie': `avow_session=${id}; HttpOnly; SameSite=Strict; Path=/` };
}

function countByType(findings) {
  const counts = new Map();
  for (const f of findings) counts.set(f.type, { ...f, count: (counts.get(f.type)?.count ?? 0) + 1 });
  return [...counts.values()];
}

async function chat(req, res) {
  const { model, messages } = await bodyOf(req);
  const text = messages.at(-1).content;
  const findings = findingsOf(text);
  const { policy, action, score } = decide(store.policies, findings, model);
  const acknowledged = acknowledgements.delete(req.headers['avow-acknowledge']);
  const item = {
    user_id: ME.id, channel: 'console', model, platform_id: model.split('/')[0], content_length: text.length, policy_applied: policy?.name ?? null,
    policy_action: action, risk_score: score, browser: 'Firefox 140', tokens_in: null, tokens_out: null, response_hash: null, duration_ms: null, status: 'started',
    classifications: countByType(findings).map(({ type, confidence, tier, count }) => ({ type, confidence, tier, count, in: 'prompt' })),
  };
  if (text.includes('GAP')) return openAiFail(res, 503, 'classification_incomplete', 'The text could not be classified.');
  if (action === 'Block') {
    record(interaction({ ...item, status: 'blocked', duration_ms: 1 }));
    return openAiFail(res, 403, 'policy_blocked', policy.message);
  }
  if (action === 'Coach' && !acknowledged) {
    const token = randomUUID();
    acknowledgements.add(token);
    record(interaction({ ...item, status: 'coached', duration_ms: 1 }));
    return openAiFail(res, 409, 'policy_coach', policy.message, { acknowledge_token: token });
  }
  const started = record(interaction(item));
  const left = action === 'Allow' || action === 'Log' ? text : pseudonymised(text, findings);
  res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Avow-Interaction': started.id, 'Avow-Action': action.toLowerCase(), 'Avow-Overhead-Ms': '0.42' });
  const event = (data) => res.write(`data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`);
  for (const word of `You wrote: ${text}`.split(/(?<= )/)) {
    event({ choices: [{ delta: { content: word } }] });
    await new Promise((done) => setTimeout(done, 15));
  }
  event({ choices: [], avow: { interaction_id: started.id, findings: countByType(findings).map(({ type, count }) => ({ type, count })), policy: policy?.name ?? null, action: action.toLowerCase(), risk_score: score, text: left } });
  event('[DONE]');
  res.end();
  Object.assign(started, { status: 'completed', tokens_in: 40, tokens_out: 44, duration_ms: 320 });
  publish(started);
}

/** A collection with create and delete. */
function collection(name, list, make) {
  return async (req, res, url, id) => {
    if (!id && req.method === 'GET') return json(res, 200, page(url, list));
    if (!id && req.method === 'POST') {
      const made = make(await bodyOf(req));
      const { key, ...kept } = made;
      list.push(name === 'provider' ? { ...kept, has_key: key !== undefined } : kept);
      note(`${name}.create`, name, kept.id, null, kept);
      return json(res, 201, made);
    }
    const at = list.findIndex((one) => one.id === id);
    if (at < 0) return fail(res, 404, 'not_found', 'There is no such thing.');
    if (req.method === 'DELETE') {
      if (name === 'api_key') list[at] = { ...list[at], revoked_at: new Date().toISOString() };
      else list.splice(at, 1);
      note(`${name}.delete`, name, id, { id }, null);
      return json(res, 204);
    }
    if (req.method === 'PUT') {
      const before = list[at];
      list[at] = { ...before, ...(await bodyOf(req)), modified_at: new Date().toISOString() };
      note(`${name}.update`, name, id, before, list[at]);
    }
    return json(res, 200, list[at]);
  };
}

const now = () => new Date().toISOString();
const collections = {
  policies: collection('policy', store.policies, (body) => ({ id: randomUUID(), ...body, created_by: ME.id, created_at: now(), modified_at: now() })),
  recognizers: collection('recognizer', store.recognizers, (body) => ({ id: randomUUID(), ...body, created_by: ME.id, created_at: now(), modified_at: now() })),
  'provider-keys': collection('provider', store.providers, (body) => ({ id: randomUUID(), ...body, created_at: now() })),
  'api-keys': collection('api_key', store.keys, ({ name, scopes }) => ({ id: randomUUID(), name, scopes, prefix: 'avow_nEw1', user_id: null, created_at: now(), last_used_at: null, revoked_at: null, expires_at: null, key: `avow_${randomBytes(24).toString('base64url')}` })),
};

async function control(req, res, url) {
  const [, , , first, second] = url.pathname.split('/');
  const route = `${req.method} ${first}${second ? `/${second}` : ''}`;
  if (route === 'GET setup') return json(res, 200, { needed: setupNeeded });
  if (route === 'POST setup') {
    const { token, ...account } = await bodyOf(req);
    if (token !== 'first') return fail(res, 403, 'wrong_credentials', 'The link is not valid.');
    setupNeeded = false;
    return json(res, 201, Object.assign(ME, { email: account.email, first_name: account.first_name, last_name: account.last_name }), cookie());
  }
  if (route === 'POST sessions') {
    const { email, password } = await bodyOf(req);
    if (email !== ME.email || password !== 'correct horse battery') return fail(res, 401, 'wrong_credentials', 'E-mail or password is not right.');
    store.audit.unshift(auditEntry({}));
    return json(res, 201, { user: ME }, cookie());
  }
  if (!signedIn(req)) return fail(res, 401, 'not_signed_in', 'Sign in first.');
  if (route === 'DELETE sessions/current') return json(res, 204, undefined, { 'Set-Cookie': 'avow_session=; Max-Age=0; Path=/' });
  if (route === 'GET users/me') return json(res, 200, ME);
  if (route === 'DELETE users/me') return erase(res, json, fail);
  if (url.pathname === '/api/v1/users/me/data-export') return copyOf(res, url.searchParams.get('format'));
  if ((await people(req, res, url, { json, fail, page, bodyOf })) !== false) return;
  if ((await retention(req, res, url, { json, fail, page, bodyOf })) !== false) return;
  if (route === 'GET interactions') return json(res, 200, page(url, store.interactions));
  if (route === 'GET audit-logs') return json(res, 200, page(url, wantedEntries(url, store.audit)));
  if (url.pathname === '/api/v1/audit-logs/actions') return json(res, 200, { items: [...new Set(store.audit.map(({ action }) => action))].sort().map((action) => ({ action, kind: kindOf(action) })), next_cursor: null });
  if (route === 'GET interactions/stream') {
    res.writeHead(200, { 'Content-Type': 'text/event-stream' });
    res.write(': hello\n\n');
    listeners.add(res);
    return req.on('close', () => listeners.delete(res));
  }
  if (route.startsWith('GET interactions/')) {
    const item = store.interactions.find((one) => one.id === second);
    return item ? json(res, 200, item) : fail(res, 404, 'not_found', 'There is no such interaction.');
  }
  if (route === 'GET finding-types') return json(res, 200, { items: [...TYPES_FOUND, ...store.recognizers.map(({ name, enabled }) => ({ id: name, tier: 2, origin: 'recognizer', on: enabled }))], next_cursor: null });
  if (route === 'POST recognizers/test') {
    const { text, recognizer } = await bodyOf(req);
    const own = [...(recognizer ? [recognizer] : store.recognizers)].flatMap(({ name, patterns, confidence }) =>
      patterns.flatMap((pattern) => [...text.matchAll(new RegExp(pattern, 'g'))].map((m) => ({ type: name, tier: 2, start: m.index, end: m.index + m[0].length, confidence, reason: 'pattern' }))));
    const all = recognizer ? own : [...own, ...findingsOf(text).map((f) => ({ ...f, reason: f.type === 'iban' ? 'checksum' : 'pattern' }))];
    return json(res, 200, { findings: all.sort((a, b) => a.start - b.start), coverage: 'complete', why: null, duration_ms: 0.08 });
  }
  if (route === 'POST policies/dry-run') {
    const { text, model } = await bodyOf(req);
    const findings = findingsOf(text);
    const { policy, action, score, level } = decide(store.policies, findings, model);
    const leaves = action !== 'Block';
    return json(res, 200, { findings, coverage: 'complete', risk_score: score, risk_level: level, policy: policy?.name ?? null, action, text_as_left: leaves ? pseudonymised(text, findings) : null, shadow: [] });
  }
  if (route === 'POST policies/replay') return json(res, 200, { days: (await bodyOf(req)).days, interactions: store.interactions.length, complete: true, changed: 0, actions: {}, changes: [] });
  const handler = collections[first];
  return handler ? handler(req, res, url, second) : fail(res, 404, 'not_found', 'There is no such route.');
}

async function file(res, path) {
  const safe = normalize(path).replace(/^(\.\.[/\\])+/, '');
  const name = extname(safe) ? safe : 'index.html';
  try {
    const content = await readFile(join(DIST, name));
    res.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream', 'Content-Security-Policy': CSP, 'X-Content-Type-Options': 'nosniff' });
    res.end(content);
  } catch {
    fail(res, 404, 'not_found', 'There is no such file.');
  }
}

createServer(async (req, res) => {
  const url = new URL(req.url, 'http://mock');
  try {
    if (url.pathname.startsWith('/api/v1/')) await control(req, res, url);
    else if (url.pathname.startsWith('/v1/') && !signedIn(req)) openAiFail(res, 401, 'invalid_api_key', 'Sign in first.');
    else if (url.pathname === '/v1/models') json(res, 200, { object: 'list', data: ['avow/mirror', 'main/large-2', 'main/small-2', 'local/mistral-7b-instruct'].map((id) => ({ id, object: 'model' })) });
    else if (url.pathname === '/v1/chat/completions') await chat(req, res);
    else await file(res, url.pathname);
  } catch (error) {
    if (!res.headersSent) fail(res, 500, 'internal', String(error.message));
  }
}).listen(PORT, '127.0.0.1', () => console.log(`The mock answers on http://127.0.0.1:${PORT}`));
