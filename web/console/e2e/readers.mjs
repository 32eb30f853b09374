// What the console says to those who read French, and to those who may look and not change.
import { check } from './check.mjs';

const LISTS = ['interactions', 'policies', 'recognizers', 'provider-keys', 'routes', 'budgets', 'api-keys'];
const PAGES = ['interactions', 'policies', 'detection', 'providers', 'routes', 'budgets', 'keys'];
const ADMINS_ONLY = ['retention', 'incidents', 'privacy-requests', 'consents', 'accounts', 'announcements'];

/** Another window of the same person, in a language of its own. */
async function windowIn(page, language) {
  const view = await page.context().newPage();
  await view.addInitScript((chosen) => {
    const read = Storage.prototype.getItem;
    Storage.prototype.getItem = function (key) {
      return key === 'avow.language' ? chosen : read.call(this, key);
    };
  }, language);
  return view;
}

/** What the server refuses is said in French, beside its field and in a notice. */
export async function refusedInFrench({ page, base, shoot }) {
  const view = await windowIn(page, 'fr');
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
  await shoot('refused-in-french');
  await view.close();
}

/** Nobody is told to add what only an administrator may; the server's own answers decide what is done, and are the same here. */
export async function lookAsAViewer({ page, base }) {
  for (const language of ['en', 'fr']) {
    const view = await windowIn(page, language);
    await view.route('**/api/v1/users/me', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), role: 'viewer' } });
    });
    for (const list of LISTS) await view.route(new RegExp(`/api/v1/${list}\\?`), (route) => route.fulfill({ json: { items: [], next_cursor: null } }));
    const main = view.getByRole('main');
    for (const path of PAGES) {
      await view.goto(`${base}/${path}`);
      await main.getByRole('heading', { level: 2 }).first().waitFor();
      const text = await main.innerText();
      const asked = /\b(Add|Create|Set) (one|a|an)\b|Ajoutez|Créez|Fixez/.exec(text);
      check(!asked, `a viewer of /${path} is told in ${language}: ${asked?.[0]}`);
      const offered = main.locator('button, a').filter({ hasText: language === 'en' ? /^(New|Add|Create)\b/ : /^(Nouve|Ajouter|Créer)/ });
      check((await offered.count()) === 0, `a viewer of /${path} is offered what only an administrator may do`);
    }
    // What these say is one text, looked at once.
    for (const path of language === 'en' ? ADMINS_ONLY : []) {
      await view.goto(`${base}/${path}`);
      await main.getByText('This page takes an administrator.').waitFor();
    }
    await view.close();
  }
}
