import { createHash, randomUUID } from 'node:crypto';

export const ME = {
  id: '0197a1c2-0000-7000-8000-000000000001', tenant_id: '0197a1c2-0000-7000-8000-0000000000aa',
  email: 'ada@example.com', first_name: 'Ada', last_name: 'Example', role: process.env.MOCK_ROLE ?? 'admin', mfa_enabled: false,
  groups: ['legal'], created_at: '2026-06-01T08:00:00Z', last_login: new Date(Date.now() - 120_000).toISOString(), status: 'active', restricted_at: null, can_sign_in: true, invited_until: null,
};

const any = { platform_id: null, user_group: null, model: null, finding_types: null, risk_level: null, time: null, sample: null, expression: null };
const times = { created_by: ME.id, created_at: '2026-06-02T08:00:00Z', modified_at: '2026-06-02T08:00:00Z' };
const plain = { masking: null, shadow: false, justification: 0, applies_to: 'request' };

export const policies = () => [
  { id: randomUUID(), name: 'No secrets', description: 'API keys and tokens never leave.', enabled: true, priority: 1, conditions: { ...any, finding_types: ['api_key', 'jwt'] }, action: 'Block', message: 'This text holds a secret. Remove it and send again.', ...plain, ...times },
  { id: randomUUID(), name: 'Think before you pay', description: null, enabled: true, priority: 2, conditions: { ...any, finding_types: ['payment_card'] }, action: 'Coach', message: 'There is a payment card in this text. Does the model need it?', ...plain, ...times },
  { id: randomUUID(), name: 'Pseudonyms for everything else', description: 'The default of this team.', enabled: true, priority: 10, conditions: { ...any, finding_types: ['email', 'phone', 'iban', 'fr_nir'] }, action: 'Mask', message: null, ...plain, masking: { default: 'pseudonym', types: { iban: 'partial' }, checksum: 'fails' }, ...times },
  { id: randomUUID(), name: 'Watch the research group', description: 'Log only, until the trial ends.', enabled: false, priority: 20, conditions: { ...any, user_group: ['research'], risk_level: 'medium' }, action: 'Log', message: null, ...plain, ...times },
];

export const providers = () => [
  { id: randomUUID(), name: 'main', kind: 'openai', base_url: 'https://api.example.com/v1', has_key: true, created_at: '2026-06-02T08:00:00Z' },
  { id: randomUUID(), name: 'local', kind: 'openai', base_url: 'http://127.0.0.1:11434/v1', has_key: false, created_at: '2026-06-03T08:00:00Z' },
];

export const apiKeys = () => [
  { id: randomUUID(), name: 'support-bot', prefix: 'avow_7hQ2', scopes: ['models'], user_id: null, created_at: '2026-06-02T08:00:00Z', last_used_at: new Date(Date.now() - 40_000).toISOString(), revoked_at: null, expires_at: null },
  { id: randomUUID(), name: 'dashboards', prefix: 'avow_Zk81', scopes: ['read'], user_id: null, created_at: '2026-06-04T08:00:00Z', last_used_at: null, revoked_at: null, expires_at: null },
  { id: randomUUID(), name: 'terraform', prefix: 'avow_a9Xw', scopes: ['models', 'admin'], user_id: null, created_at: '2026-06-04T08:00:00Z', last_used_at: '2026-07-01T08:00:00Z', revoked_at: '2026-07-02T08:00:00Z', expires_at: null },
];

const hash = (text) => createHash('sha256').update(text).digest('hex');

export function interaction(fields) {
  const id = randomUUID();
  return {
    id, tenant_id: ME.tenant_id, user_id: null, api_key_id: null, channel: 'api', platform_id: 'mirror', model: 'avow/mirror',
    prompt_hash: hash(`p${id}`), response_hash: hash(`r${id}`), content_length: 412, classifications: [], policy_applied: null,
    policy_action: 'Allow', risk_score: 0, timestamp: new Date().toISOString(), hostname: 'avow-1', client_version: '0.1.0',
    browser: null, tokens_in: 96, tokens_out: 120, cost: null, duration_ms: 640, status: 'completed', ...fields,
  };
}

const SAMPLES = [
  { policy_action: 'Mask', policy_applied: 'Pseudonyms for everything else', risk_score: 0.3, classifications: [{ type: 'email', confidence: 0.99, tier: 1, count: 2, in: 'prompt' }, { type: 'phone', confidence: 0.9, tier: 1, count: 1, in: 'prompt' }], model: 'main/large-2', platform_id: 'main', cost: '0.0042' },
  { policy_action: 'Allow', risk_score: 0, model: 'main/small-2', platform_id: 'main', duration_ms: 214, cost: '0.0003' },
  { policy_action: 'Block', policy_applied: 'No secrets', risk_score: 0.85, status: 'blocked', classifications: [{ type: 'api_key', confidence: 0.98, tier: 2, count: 1, in: 'prompt' }], tokens_in: null, tokens_out: null, response_hash: null, duration_ms: 2 },
  { policy_action: 'Coach', policy_applied: 'Think before you pay', risk_score: 0.45, status: 'coached', classifications: [{ type: 'payment_card', confidence: 0.97, tier: 1, count: 1, in: 'prompt' }], tokens_in: null, tokens_out: null, duration_ms: 1 },
  { policy_action: 'Mask', policy_applied: 'Pseudonyms for everything else', risk_score: 0.5, classifications: [{ type: 'iban', confidence: 0.99, tier: 1, count: 1, in: 'prompt' }, { type: 'email', confidence: 0.99, tier: 1, count: 1, in: 'answer' }], model: 'local/mistral-7b-instruct', platform_id: 'local', duration_ms: 3310 },
  { policy_action: 'Log', policy_applied: 'Watch the research group', risk_score: 0.12, channel: 'chat', browser: 'Firefox 140', duration_ms: 1820, tokens_in: 2410, tokens_out: 11820 },
  { policy_action: 'Gap', risk_score: 0.6, status: 'refused', tokens_in: null, tokens_out: null, response_hash: null, duration_ms: 50 },
];

export function interactions(keys) {
  return Array.from({ length: 130 }, (_, i) =>
    interaction({
      api_key_id: i % 3 === 2 ? null : keys[i % 2].id,
      user_id: i % 3 === 2 ? ME.id : null,
      timestamp: new Date(Date.now() - 30_000 - i * i * 9_000).toISOString(),
      ...SAMPLES[[0, 1, 4, 0, 2, 1, 5, 3, 1, 0, 6, 1, 4, 5, 1][(i * 4 + (i >> 3)) % 15]],
    }));
}

export function auditEntry(fields) {
  return {
    id: randomUUID(), actor_id: ME.id, actor_email: ME.email, action: 'signed_in', resource_type: 'session', resource_id: randomUUID(),
    changes: null, ip_address: '192.0.2.0', user_agent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', timestamp: new Date().toISOString(), status: 'success', ...fields,
  };
}

export const audit = () => [
  auditEntry({ action: 'interactions_viewed', resource_type: 'interaction', resource_id: null, timestamp: new Date(Date.now() - 60_000).toISOString() }),
  auditEntry({ action: 'policy_changed', resource_type: 'policy', timestamp: new Date(Date.now() - 240_000).toISOString(), changes: { before: { enabled: false, priority: 12, conditions: { finding_types: ['email'], model: null } }, after: { enabled: true, priority: 10, conditions: { finding_types: ['email', 'phone', 'iban', 'fr_nir'], model: null } } } }),
  auditEntry({ action: 'api_key_created', resource_type: 'api_key', timestamp: new Date(Date.now() - 900_000).toISOString(), changes: { before: null, after: { name: 'support-bot', scopes: ['models'] } } }),
  auditEntry({ action: 'sign_in_refused', status: 'refused', actor_id: null, actor_email: null, timestamp: new Date(Date.now() - 1_000_000).toISOString() }),
  auditEntry({ timestamp: new Date(Date.now() - 1_100_000).toISOString() }),
];

/** A choice of the types that the server finds. */
export const TYPES_FOUND = [
  ...['attachment', 'email', 'fr_nir', 'fr_siren', 'fr_siret', 'iban', 'payment_card', 'phone'].map((id) => ({ id, tier: 1, origin: 'built_in', on: true })),
  ...['address', 'api_key', 'aws_key', 'connection_string', 'date_of_birth', 'de_tax_id', 'diagnosis', 'es_nif', 'eu_vat', 'icd10', 'in_aadhaar', 'ipv4', 'ipv6', 'it_codice_fiscale', 'jwt', 'legal_reference', 'location', 'mac_address', 'medication', 'money', 'nl_bsn', 'organization', 'password', 'person', 'private_key', 'uk_nhs', 'uk_nino', 'us_ssn'].map((id) => ({ id, tier: 2, origin: 'built_in', on: false })),
];

const kept = { created_by: ME.id, created_at: '2026-01-05T09:00:00Z', modified_at: '2026-01-05T09:00:00Z' };
export const recognizers = () => [
  { id: '01a00000-0000-7000-8000-0000000000d1', name: 'staff_number', description: 'Numbers of our personnel', enabled: true, patterns: ['\\bP-[0-9]{6}\\b'], words: [], checksum: 'luhn', context: { words: ['personnel', 'matricule'], required: false }, confidence: 0.7, examples: { match: ['P-204816'], no_match: [] }, ...kept },
  { id: '01a00000-0000-7000-8000-0000000000d2', name: 'project_name', description: null, enabled: true, patterns: [], words: ['Blue Heron', 'Orca'], checksum: null, context: { words: [], required: false }, confidence: 0.85, examples: { match: [], no_match: [] }, ...kept },
  { id: '01a00000-0000-7000-8000-0000000000d3', name: 'case_reference', description: 'Only beside the word', enabled: false, patterns: ['[A-Z]{2}/[0-9]{4}', '[0-9]{4}-[A-Z]'], words: [], checksum: null, context: { words: ['dossier', 'case'], required: true }, confidence: 0.5, examples: { match: [], no_match: [] }, ...kept },
];

export const kindOf = (action) => (/_(viewed|exported|export_resumed|replayed|searched)$/.test(action) ? 'look' : 'change');

/** As the server filters its log. */
export function wantedEntries(url, entries) {
  const { kind, action, actor, since, until } = Object.fromEntries(url.searchParams);
  return entries.filter(
    (entry) =>
      (!kind || kindOf(entry.action) === kind) &&
      (!action || entry.action === action) &&
      (!actor || (entry.actor_id ?? 'none') === actor) &&
      (!since || Date.parse(entry.timestamp) >= Date.parse(since)) &&
      (!until || Date.parse(entry.timestamp) < Date.parse(until)),
  );
}
