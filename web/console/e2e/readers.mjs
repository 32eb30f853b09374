// What the console says to those who read French, and to those who may look and not change.
import { check } from './check.mjs';

const LISTS = ['interactions', 'policies', 'recognizers', 'provider-keys', 'routes', 'budgets', 'api-keys'];
const PAGES = ['interactions', 'policies', 'detection', 'providers', 'routes', 'budgets', 'keys'];
const ADMINS_ONLY = ['retention', 'incidents', 'privacy-requests', 'consents', 'accounts', 'announcements'];

/** What the server refuses is said in French beside its field. */
export async function refusedInFrench({ page, base }) {
  const french = await page.context().browser().newContext({ locale: 'fr-FR', storageState: await page.context().storageState() });
  const view = await french.newPage();
  await view.goto(`${base}/retention`);
  await view.getByRole('button', { name: 'Nouvelle conservation' }).click();
  const dialog = view.getByRole('dialog');
  await dialog.getByLabel('Nom').fill('Une conservation');
  await dialog.getByLabel('Motif').fill('Un contentieux');
  const people = dialog.getByRole('combobox', { name: 'Personnes, par e-mail' });
  await people.fill('nobody@example.org');
  await people.press('Enter');
  await dialog.getByRole('button', { name: 'Mettre en place' }).click();
  await dialog.getByText('Aucun compte n’a cette adresse.').waitFor();
  await french.close();
}

/** Somebody who may only look, signed in in a browser of their own. */
async function viewerOf(page, base) {
  const email = `viewer-${Date.now()}@example.org`;
  const { link } = await page.evaluate(async (email) => {
    const answer = await fetch('/api/v1/users', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ email, role: 'viewer' }) });
    return answer.json();
  }, email);
  const theirs = await (await page.context().browser().newContext({ locale: 'en-GB' })).newPage();
  await theirs.goto(new URL(link, base).href);
  await theirs.getByRole('textbox', { name: 'Password' }).fill('a fictitious password of a viewer');
  await theirs.getByRole('button', { name: 'Set the password and sign in' }).click();
  await theirs.waitForURL('**/interactions');
  return theirs;
}

/** Nobody is told to add what only an administrator may, nor met with a refusal by merely looking. */
export async function lookAsAViewer({ page, base }) {
  await page.goto(`${base}/accounts`);
  const view = await viewerOf(page, base);
  for (const list of LISTS) await view.route(new RegExp(`/api/v1/${list}\\?`), (route) => route.fulfill({ json: { items: [], next_cursor: null } }));
  const main = view.getByRole('main');
  for (const language of ['en', 'fr']) {
    await view.evaluate((chosen) => localStorage.setItem('avow.language', chosen), language);
    for (const path of PAGES) {
      await view.goto(`${base}/${path}`);
      await main.getByRole('heading', { level: 2 }).first().waitFor();
      const text = await main.innerText();
      const asked = /\b(Add|Create|Set) (one|a|an)\b|Ajoutez|Créez|Fixez/.exec(text);
      check(!asked, `a viewer of /${path} is told in ${language}: ${asked?.[0]}`);
      const offered = main.locator('button, a').filter({ hasText: language === 'en' ? /^(New|Add|Create)\b/ : /^(Nouve|Ajouter|Créer)/ });
      check((await offered.count()) === 0, `a viewer of /${path} is offered what only an administrator may do`);
      check((await view.getByText(/Your role does not allow this|Votre rôle ne le permet pas/).count()) === 0, `a viewer of /${path} is refused by looking at it`);
    }
    // What these say is one text, looked at once.
    for (const path of language === 'en' ? ADMINS_ONLY : []) {
      await view.goto(`${base}/${path}`);
      await main.getByText('This page takes an administrator.').waitFor();
    }
  }
  await view.context().close();
}
