import { randomUUID } from 'node:crypto';
import { ME } from './data.mjs';

const soon = (days) => new Date(Date.now() + days * 86_400_000).toISOString();
const MESSAGES = {
  complete: 'erased',
  held: 'retained because of a legal hold, until 2027-01-31; what it does not cover is erased',
  recoverable: `the account is closed; it will be erased on ${soon(30)} unless recovered`,
};
const STORES = [
  { store: 'sessions', action: 'erased', rows: 3, detail: null },
  { store: 'interactions', action: 'erased', rows: 1204, detail: null },
  { store: 'processor api.example.com', action: 'ask', rows: 311, detail: 'received what left, masked as the policies said; files that were uploaded to it stand by themselves; what else it keeps is governed by its own terms; no agreement is on record' },
  { store: 'files at api.example.com', action: 'asked', rows: 2, detail: 'asked, not answered; it goes on by itself' },
  { store: 'account', action: 'erased', rows: 1, detail: null },
  { store: 'audit_log', action: 'unreadable', rows: 87, detail: 'entries stay as proof; the person\u2019s address, network address and program can no longer be opened' },
];

export const erasure = (state) => ({
  id: randomUUID(), subject_id: ME.id, state, message: MESSAGES[state], requested_at: soon(0), requested_by: ME.id,
  effective_at: soon(state === 'recoverable' ? 30 : 0), due_at: soon(30), held_until: state === 'held' ? '2027-01-31' : null,
  completed_at: state === 'complete' ? soon(0) : null,
  stores: state === 'recoverable' ? [] : state === 'held' ? [{ ...STORES[0] }, { store: 'interactions', action: 'held', rows: 1204, detail: null }] : STORES,
});

/** MOCK_ERASE: complete, held or recoverable; without it the last administrator is refused. */
export function erase(res, json, fail) {
  const state = process.env.MOCK_ERASE;
  if (!state) return fail(res, 409, 'conflict', 'nobody else can administer Avow; make another administrator first');
  return json(res, state === 'complete' ? 200 : 202, erasure(state));
}

export function copyOf(res, format) {
  res.writeHead(200, { 'Content-Type': format === 'csv' ? 'text/csv' : 'application/json' });
  res.end(format === 'csv' ? `store,email\naccount,${ME.email}\n` : `${JSON.stringify({ account: ME })}\n`);
}
