import { randomUUID } from 'node:crypto';
import { ME } from './data.mjs';
import { erasure } from './rights.mjs';

const DAY = 86_400_000;
const iso = (days) => new Date(Date.now() + days * DAY).toISOString();
const value = (data_class, retention, days, source = 'profile', enforced = false) => ({ data_class, retention, days, source, enforced });

const holds = [
  { id: randomUUID(), tenant_id: ME.tenant_id, name: 'Case 7', reason: 'Letter of the labour court of 3 March', user_ids: [ME.id, randomUUID(), randomUUID()], from: '2026-01-01T00:00:00Z', to: '2026-04-01T00:00:00Z', expected_end: '2027-01-31', status: 'in_force', created_by: ME.id, created_at: iso(-40), released_by: null, released_at: null },
  { id: randomUUID(), tenant_id: ME.tenant_id, name: 'Inquiry 2', reason: 'Internal inquiry', user_ids: [], from: null, to: null, expected_end: null, status: 'released', created_by: ME.id, created_at: iso(-90), released_by: ME.id, released_at: iso(-10) },
];
const erasures = ['complete', 'held', 'recoverable'].map(erasure);

const values = () => ({
  profile: 'governance',
  values: [
    value('interactions', '60 days', 60, 'setting', true), value('conversation_text', 'never stored', null), value('account', 'closure + 30 days', null),
    value('server_logs', 'opt-in only', null), value('audit_log', '365 days', 365), value('backups', '30 days', 30),
  ],
  archive_after_days: 30, holds_in_force: holds.filter(({ status }) => status === 'in_force').length, next_run: iso(0.03),
  last_run: { started_at: iso(-0.01), ended_at: iso(-0.01), interactions: 1204, archived: 0, archives: 0, sessions: 3, setup_links: 0, held: 17 },
});

const preview = (days) => ({
  days, next_cursor: null,
  items: Array.from({ length: days + 1 }, (_, at) => at).filter((at) => at % 7 < 5).flatMap((at) => [
    { day: iso(at).slice(0, 10), data_class: 'interactions', action: 'delete', rows: 300 + ((at * 137) % 420), held: at % 5 === 0 ? 60 : 0 },
    { day: iso(at).slice(0, 10), data_class: 'interactions', action: 'archive', rows: (at * 71) % 240, held: 0 },
  ]),
});

/** Answers the routes of the page on retention; false where the route is another's. */
export async function retention(req, res, url, { json, fail, page, bodyOf }) {
  const [, , , first, second, third] = url.pathname.split('/');
  const route = [req.method, first, second && (first === 'legal-holds' ? ':id' : second), third].filter(Boolean).join(' ');
  if (route === 'GET retention') json(res, 200, values());
  else if (route === 'GET retention preview') json(res, 200, process.env.MOCK_EMPTY ? { days: 30, items: [], next_cursor: null } : preview(Number(url.searchParams.get('days'))));
  else if (route === 'GET legal-holds') json(res, 200, page(url, holds));
  else if (route === 'GET erasures') json(res, 200, page(url, erasures));
  else if (route === 'POST legal-holds') {
    const { user_emails: emails = [], ...body } = await bodyOf(req);
    if (emails.some((email) => email !== ME.email)) return fail(res, 400, 'invalid_value', 'there is no account of this address', 'user_emails');
    holds.unshift({ ...holds[0], from: null, to: null, expected_end: null, ...body, id: randomUUID(), user_ids: emails.map(() => ME.id), status: 'in_force', created_at: iso(0), released_at: null });
    json(res, 201, holds[0]);
  } else if (route === 'POST legal-holds :id release') {
    const hold = holds.find(({ id }) => id === second);
    if (!hold || hold.status === 'released') return fail(res, 409, 'conflict', 'this hold was released before');
    json(res, 200, Object.assign(hold, { status: 'released', released_at: iso(0) }));
  } else return false;
  return true;
}
