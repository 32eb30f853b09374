import { randomUUID } from 'node:crypto';
import { ME } from './data.mjs';

const DAY = 86_400_000;
const iso = (days) => new Date(Date.now() + days * DAY).toISOString();
const day = (days) => iso(days).slice(0, 10);

const person = (email, first_name, last_name, more = {}) => ({ ...ME, id: randomUUID(), email, first_name, last_name, role: 'viewer', groups: [], created_at: iso(-20), last_login: iso(-1.2), ...more });
const users = [
  person('zoe.dupont@example.com', 'Zoé', 'Dupont', { groups: ['research', 'Équipe Sud', 'nightshift'] }),
  person('ines@example.com', null, null, { last_login: null, can_sign_in: false, invited_until: iso(6.5) }),
  person('robot@example.com', null, null, { last_login: null, can_sign_in: false }),
  person('ben@example.com', null, null, { last_login: null, groups: ['a-group-with-a-name-so-long-that-it-does-not-fit-into-any-column-of-a-table', 'research', 'legal', 'sales', 'support', 'hr', 'finance'] }),
  person('noor.haddad@example.com', 'Noor', 'Haddad', { restricted_at: iso(-3) }),
  person('old@example.com', 'Sam', 'Left', { status: 'closed' }),
  ME,
];

const announcement = (effective, more = {}) => ({ id: randomUUID(), announced_at: iso(effective - 40), effective_on: day(effective), text: 'We will also use Mistral, in France.', text_fr: 'Nous utiliserons aussi Mistral, en France.', withdrawn_at: null, mailed_at: iso(effective - 39.99), version: null, ...more });
const announcements = [
  announcement(53, { announced_at: iso(-0.1), mailed_at: null, text: 'Interactions will be kept for 365 days, not for 90.\nWhat was recorded before is kept as it was said then, and erased when it was said that it would be.', text_fr: 'Les interactions seront conservées 365 jours, et non plus 90.\nCe qui a été consigné auparavant est conservé comme annoncé alors, et effacé au moment annoncé.' }),
  announcement(-4, { text_fr: null }), announcement(-20, { withdrawn_at: iso(-25), text: 'Backups will lie in Ireland.', text_fr: null }), announcement(-60, { version: 3 }), announcement(-90),
];

/** Answers the routes of the pages on accounts and announcements; false where the route is another's. MOCK_ELSEWHERE: the public page is another tenant's. */
export async function people(req, res, url, { json, fail, page, bodyOf }) {
  const [, , , first, second, third] = url.pathname.split('/');
  const route = [req.method, first, second && second !== 'notice' && second !== 'me' ? ':id' : second, third].filter(Boolean).join(' ');
  if (route === 'GET users') json(res, 200, page(url, users));
  else if (route === 'POST users') {
    const { email, role } = await bodyOf(req);
    if (users.some((user) => user.email === email)) return fail(res, 409, 'conflict', 'this person can sign in already', 'email');
    const user = person(email, null, null, { role, last_login: null, created_at: iso(0), can_sign_in: false, invited_until: iso(7) });
    json(res, 201, { user: users.unshift(user) && user, mailed: false, link: '/invitation#a-token-that-is-shown-once-and-is-long-enough', expires_at: iso(7) });
  } else if (route === 'POST users :id invitation') json(res, 201, { user: Object.assign(users.find(({ id }) => id === second), { invited_until: iso(7) }), mailed: false, link: '/invitation#another-token-that-is-shown-once', expires_at: iso(7) });
  else if (route === 'DELETE users :id invitation') json(res, 200, Object.assign(users.find(({ id }) => id === second), { invited_until: null }));
  else if (route === 'POST invitations accept') fail(res, 401, 'wrong_credentials', 'this invitation does not count any more', 'token');
  else if (route === 'PATCH users :id') {
    const { groups } = await bodyOf(req);
    if (groups.some((group) => group.length > 100)) return fail(res, 400, 'invalid_value', 'a group\u2019s name has 1 to 100 characters, all of them visible', 'groups[0]');
    json(res, 200, Object.assign(users.find(({ id }) => id === second), { groups }));
  } else if (route === 'GET trust-announcements') json(res, 200, page(url, process.env.MOCK_EMPTY ? [] : announcements));
  else if (route === 'GET trust-announcements notice') process.env.MOCK_ELSEWHERE ? fail(res, 403, 'not_allowed', 'its administrators announce') : json(res, 200, { days: 30, earliest_on: day(30), latest_on: day(30 + 1826) });
  else if (route === 'POST trust-announcements') json(res, 201, announcements.unshift({ ...announcement(30), announced_at: iso(0), mailed_at: null, ...(await bodyOf(req)) }) && announcements[0]);
  else if (route === 'POST trust-announcements :id withdraw') json(res, 200, Object.assign(announcements.find(({ id }) => id === second), { withdrawn_at: iso(0) }));
  else return false;
  return true;
}
