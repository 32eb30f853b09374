import { randomUUID } from 'node:crypto';
import { ME } from './data.mjs';

const DAY = 86_400_000;
const iso = (days) => new Date(Date.now() + days * DAY).toISOString();

const person = (email, first_name, last_name, more = {}) => ({ ...ME, id: randomUUID(), email, first_name, last_name, role: 'viewer', groups: [], created_at: iso(-20), last_login: iso(-1.2), ...more });
const users = [
  person('zoe.dupont@example.com', 'Zoé', 'Dupont', { groups: ['research', 'Équipe Sud', 'nightshift'] }),
  person('ben@example.com', null, null, { last_login: null, groups: ['a-group-with-a-name-so-long-that-it-does-not-fit-into-any-column-of-a-table', 'research', 'legal', 'sales', 'support', 'hr', 'finance'] }),
  person('noor.haddad@example.com', 'Noor', 'Haddad', { restricted_at: iso(-3) }),
  person('old@example.com', 'Sam', 'Left', { status: 'closed' }),
  ME,
];

/** Answers the routes of the page on accounts; false where the route is another's. */
export async function people(req, res, url, { json, fail, page, bodyOf }) {
  const [, , , first, second, third] = url.pathname.split('/');
  const route = [req.method, first, second && second !== 'me' ? ':id' : second, third].filter(Boolean).join(' ');
  if (route === 'GET users') json(res, 200, page(url, users));
  else if (route === 'PATCH users :id') {
    const { groups } = await bodyOf(req);
    if (groups.some((group) => group.length > 100)) return fail(res, 400, 'invalid_value', 'a group\u2019s name has 1 to 100 characters, all of them visible', 'groups[0]');
    json(res, 200, Object.assign(users.find(({ id }) => id === second), { groups }));
  } else return false;
  return true;
}
