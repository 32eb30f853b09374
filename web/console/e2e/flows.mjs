// The main flows, in order, in one signed-in page. Everything that is found is found by role, label or a data attribute, in
// English.
import { readFile } from 'node:fs/promises';
import { check } from './check.mjs';
import { answerARequest, closeAnIncident, keepTheRegisters } from './govern.mjs';
import { announceAChange, groupAPerson, inviteSomebody } from './people.mjs';
import { lookAsAViewer, refusedInFrench } from './readers.mjs';
import { keepAList, routeAndBudget } from './run.mjs';

const EMAIL = 'lea.moreau@example.com';
const IBAN = 'FR76 3000 6000 0112 3456 7890 189';
const MESSAGE = `Refund 10 EUR to ${IBAN} and confirm to ${EMAIL}.`;

async function setUp({ page, base, account, shoot }) {
  if (!account.setupToken) return;
  await page.goto(`${base}/setup?token=${encodeURIComponent(account.setupToken)}`);
  await page.getByLabel('First name').fill('Ada');
  await page.getByLabel('Last name').fill('Example');
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(account.password);
  await shoot('setup');
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'Try it' }).waitFor();
  await page.context().clearCookies();
}

async function signIn({ page, base, account, shoot }) {
  await page.goto(`${base}/`);
  await page.waitForURL('**/sign-in*');
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByRole('textbox', { name: 'Password' }).fill('this is not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('E-mail or password is not right.').waitFor();
  await shoot('sign-in');
  await page.getByRole('textbox', { name: 'Password' }).fill(account.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Interactions' }).waitFor();
}

async function seeTheJourney({ page, base, shoot }) {
  await page.goto(`${base}/try`);
  await page.getByLabel('Message').fill(MESSAGE);
  const station = (kind) => page.locator(`[data-station=${kind}]`);
  await station('found').locator('mark').first().waitFor();
  await shoot('try-draft');
  await page.getByRole('button', { name: 'Send' }).click();
  await station('restored').locator('mark').first().waitFor();
  const [typed, left, back] = await Promise.all(['found', 'pseudonym', 'restored'].map((kind) => station(kind).innerText()));
  for (const original of [EMAIL, IBAN]) {
    check(typed.includes(original), 'an original is missing in what was typed');
    check(!left.includes(original), 'an original is in what left');
    check(back.includes(original), 'an original is missing in what came back');
  }
  const pseudonyms = await station('pseudonym').locator('mark').allInnerTexts();
  check(pseudonyms.length === 2, `2 pseudonyms are marked, not ${pseudonyms.length}`);
  await page.locator('[data-facts=sent]').getByText('Masked').waitFor();
  await shoot('try-sent');
  const { localKept, url } = await page.evaluate(() => ({ localKept: JSON.stringify(localStorage) + JSON.stringify(sessionStorage), url: location.href }));
  check(!localKept.includes(EMAIL), 'typed text is kept in the browser');
  check(!url.includes('example'), 'typed text is in the address');
}

async function seeItLive({ page, base, shoot }) {
  await page.goto(`${base}/interactions`);
  await page.getByText('Live', { exact: true }).waitFor();
  const rows = page.locator('[data-interaction]');
  await rows.first().waitFor();
  const before = await rows.first().getAttribute('data-interaction');
  const cookies = await page.context().cookies();
  check(cookies.some((cookie) => cookie.name === 'avow_session' && cookie.httpOnly), 'the session cookie can be read by scripts');
  // Another window of the same person sends a message; this one must show it without being touched.
  const other = await page.context().newPage();
  await other.goto(`${base}/try`);
  await other.getByLabel('Message').fill(`Write to ${EMAIL}.`);
  await other.getByRole('button', { name: 'Send' }).click();
  await page.waitForFunction((id) => document.querySelector('[data-interaction]')?.getAttribute('data-interaction') !== id, before);
  await rows.first().getByLabel('Completed').waitFor();
  await other.close();
  await shoot('interactions');
  await rows.first().getByRole('button').click();
  await page.getByText('No text is kept').waitFor();
  check(!(await page.locator('body').innerText()).includes(EMAIL), 'the record shows text');
  await shoot('interaction');
  await page.keyboard.press('Escape');
}

async function changePolicies({ page, base, shoot }) {
  await page.goto(`${base}/policies`);
  const name = `Walk-through ${Date.now()}`;
  await page.getByRole('button', { name: 'New policy' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('combobox', { name: 'Looks at' }).click();
  await page.getByRole('option', { name: 'Requests and answers' }).click();
  check(await dialog.getByRole('radio', { name: /^Coach/ }).isDisabled(), 'a policy on answers can coach');
  await dialog.getByRole('combobox', { name: 'What is found becomes' }).click();
  await page.getByRole('option', { name: /^Typed placeholder/ }).click();
  await dialog.getByRole('button', { name: 'Another mode for a type' }).click();
  const mode = dialog.getByRole('group', { name: 'Mode 1' });
  await mode.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'IBAN', exact: true }).click();
  await mode.getByRole('combobox', { name: 'What is found becomes' }).click();
  await page.getByRole('option', { name: /^Last characters/ }).click();
  // A mistake in an expression is told beside it, whoever asks first.
  await dialog.getByLabel('Expression').fill('risk >');
  await dialog.getByLabel('Try it on a text').fill(MESSAGE);
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await dialog.locator('textarea[aria-invalid=true]').waitFor();
  await dialog.getByLabel('Expression').fill('risk > 0.01');
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await dialog.locator('mark[data-kind=pseudonym]').filter({ hasText: '<EMAIL>' }).waitFor();
  check((await dialog.locator('mark[data-kind=pseudonym]').filter({ hasText: '*0 189' }).count()) === 1, 'the IBAN does not keep its last digits alone');
  await dialog.getByRole('button', { name: 'What would have changed?' }).click();
  await dialog.locator('[data-replay]').waitFor();
  await shoot('policy-form');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('row').filter({ hasText: name });
  // Turned off, it keeps how it masks.
  await row.getByRole('switch').dispatchEvent('click');
  await page.locator('[data-muted]').filter({ hasText: name }).waitFor();
  check((await row.innerText()).includes('IBAN: Last characters'), 'a policy that is turned off forgets how it masks');
  await page.getByLabel('Sample text').fill(MESSAGE);
  await page.getByRole('button', { name: 'Check' }).click();
  await page.locator('mark[data-kind=found]').first().waitFor();
  await shoot('policies');
  await page.getByRole('button', { name: `Delete: ${name}` }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: `Edit: ${name}` }).waitFor({ state: 'detached' });
}

async function makeAKey({ page, base, shoot }) {
  await page.goto(`${base}/keys`);
  const name = `walk-${Date.now()}`;
  await page.getByRole('button', { name: 'New key' }).first().click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByText('Copy this key now').waitFor();
  const key = await page.getByRole('dialog').locator('pre').innerText();
  check(/^avow_\S{16,}$/.test(key), 'the key does not look like one');
  await shoot('key-created');
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await page.getByRole('button', { name: `Revoke: ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('button', { name: `Revoke: ${name}` }).waitFor({ state: 'detached' });
}

async function addAProvider({ page, base, shoot }) {
  await page.goto(`${base}/providers`);
  const name = `walk-${Date.now()}`;
  await page.getByRole('button', { name: 'Add a provider' }).first().click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Base URL').fill('http://127.0.0.1:9/v1');
  await shoot('provider-form');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: `Delete: ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: `Delete: ${name}` }).waitFor({ state: 'detached' });
}

async function readTheAudit({ page, base, account, shoot }) {
  await page.goto(`${base}/audit`);
  await page.getByRole('button', { name: /^Details of / }).first().click();
  await page.getByText('What changed').waitFor();
  await shoot('audit-entry');
  await page.keyboard.press('Escape');

  // Changes alone, until looks are asked for; the address says what is shown, and shows it again.
  const titles = () => page.locator('td[data-as=title]').allInnerTexts();
  const onlyLooks = (names) => names.length > 0 && names.every((name) => /_(viewed|exported|export_resumed|replayed|searched)$/.test(name));
  check(!(await titles()).some((name) => onlyLooks([name])), 'looks stand among the changes');
  const shown = page.getByRole('search');
  await shown.getByText('Looks', { exact: true }).click();
  await page.getByRole('cell', { name: 'audit_logs_viewed' }).first().waitFor();
  check(onlyLooks(await titles()), 'changes stand among the looks');
  await page.getByRole('combobox', { name: 'Action' }).fill('audit_logs');
  await page.getByRole('option', { name: 'audit_logs_viewed' }).click();
  await page.getByRole('combobox', { name: 'Who' }).click();
  await shoot('audit-actors');
  await page.getByRole('option', { name: account.email }).click();
  await page.getByRole('combobox', { name: 'When' }).click();
  await page.getByRole('option', { name: 'Last 7 days' }).click();
  check(/kind=look.*action=audit_logs_viewed.*actor=.*from=/.test(page.url()), `the address does not hold the filters: ${page.url()}`);
  await page.reload();
  await page.getByRole('cell', { name: 'audit_logs_viewed' }).first().waitFor();
  check(new Set(await titles()).size === 1, 'another action is shown than the one that was asked for');
  await shoot('audit-filtered');
  await shown.getByText('Changes', { exact: true }).click();
  await page.waitForURL((url) => !url.search.includes('kind='));
  check(!page.url().includes('action='), 'an action of the other kind is still asked for');
  await page.goto(`${base}/audit?actor=none&from=2001-01-01&to=2001-01-02`);
  await page.getByText('No entry matches these filters.').waitFor();
  await page.getByRole('button', { name: 'Show all entries' }).click();
  await page.getByRole('button', { name: 'Details of audit_logs_viewed' }).first().click();
  await page.getByRole('button', { name: 'All of this action' }).click();
  await page.waitForURL(/kind=all&action=audit_logs_viewed/);
}

async function askForMyData({ page, base, account, shoot }) {
  await page.goto(`${base}/my-data`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: /^NDJSON/ }).click();
  const lines = (await readFile(await (await downloading).path(), 'utf8')).trim().split('\n').map((line) => JSON.parse(line));
  check(JSON.stringify(lines).includes(account.email), 'the copy lacks the account');
  await page.getByRole('button', { name: 'Erase my account…' }).click();
  const dialog = page.getByRole('dialog');
  const now = dialog.getByRole('button', { name: 'Erase it now' });
  check(await now.isDisabled(), 'an erasure can be asked for without confirming it');
  await dialog.getByRole('textbox').fill(account.email);
  await shoot('erase');
  // The only administrator: refused, and the page says what the server said.
  await now.click();
  await dialog.getByText('make another administrator first').waitFor();
  await shoot('erase-refused');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
}

async function holdAndRelease({ page, base, account, shoot }) {
  await page.goto(`${base}/retention`);
  await page.getByRole('cell', { name: 'Interactions' }).first().waitFor();
  const name = `Walk-through ${Date.now()}`;
  await page.getByRole('button', { name: 'Place a hold' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Reason').fill('To see that it can be done');
  const people = dialog.getByRole('combobox', { name: 'People, by e-mail' });
  await people.fill('nobody@example.org');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Last day').fill('2026-03-31');
  await shoot('hold-form');
  // Refused, beside the field, in the server's words.
  await dialog.getByRole('button', { name: 'Place it' }).click();
  await dialog.getByText('there is no account of this address').waitFor();
  await people.press('Backspace');
  await people.fill(account.email);
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Place it' }).click();
  const release = page.getByRole('button', { name: `Release: ${name}` });
  await release.waitFor();
  const row = page.getByRole('row').filter({ hasText: name });
  check((await row.innerText()).includes('31 Mar 2026'), 'the last day of a hold is not the one that was chosen');
  check((await row.innerText()).includes(account.email), 'the hold does not say whom it covers');
  await shoot('retention');
  await release.click();
  await dialog.getByRole('button', { name: 'Release' }).click();
  await release.waitFor({ state: 'detached' });
  await row.getByText(/^Released/).waitFor();
}

export const flows = {
  'first account': setUp,
  'sign in': signIn,
  'try it: typed, left, came back': seeTheJourney,
  'interactions: live': seeItLive,
  'policies: written, tried, looked back, turned off, deleted': changePolicies,
  'API keys: create, revoke': makeAKey,
  'providers: add, delete': addAProvider,
  'audit log: an entry, filters': readTheAudit,
  'my data: a copy, an erasure refused': askForMyData,
  'retention: what is in force, a hold placed and released': holdAndRelease,
  'incidents: entered, counted, told, closed': closeAnIncident,
  'privacy requests: entered, proved, approved, answered': answerARequest,
  'consents and the record of processing': keepTheRegisters,
  'aliases and budgets': routeAndBudget,
  'detection: a list': keepAList,
  'accounts: into a group and out': groupAPerson,
  'accounts: somebody is invited, and in': inviteSomebody,
  'announcements: made, public, withdrawn': announceAChange,
  'in French: what the server refuses': refusedInFrench,
  'a viewer: told what fits': lookAsAViewer,
};
