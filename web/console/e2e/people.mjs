// The flows of who is there and what they are told: groups of people, announcements on the public page.
import { check } from './check.mjs';

/** A person is put into a group, refused beside the field first; policies then offer it; and out again. */
export async function groupAPerson({ page, base, account, shoot }) {
  const group = `walk-${Date.now()}`;
  const dialog = page.getByRole('dialog');
  const field = dialog.getByRole('combobox', { name: 'Groups' });
  const row = page.getByRole('row').filter({ hasText: account.email });
  const edit = row.getByRole('button', { name: /^Edit groups: / });
  await page.goto(`${base}/accounts`);
  await row.waitFor();
  await page.getByRole('searchbox', { name: 'Search accounts' }).fill('nobody-of-this-name');
  await page.getByText('No account matches.').waitFor();
  await page.getByRole('searchbox', { name: 'Search accounts' }).fill(account.email.toUpperCase());
  await edit.click();
  await field.fill('x'.repeat(101));
  await field.press('Enter');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('1 to 100 characters').waitFor();
  await field.press('Backspace');
  await field.fill(group);
  await field.press('Enter');
  await dialog.getByRole('region', { name: 'What policies make of it' }).getByText(`${group} – no policy names it`).waitFor();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await row.getByText(group).waitFor();
  await shoot('accounts');

  await page.goto(`${base}/policies`);
  await page.getByRole('button', { name: 'New policy' }).first().click();
  await dialog.getByRole('combobox', { name: 'User group' }).fill(group);
  await page.getByRole('option', { name: group }).waitFor();

  await page.goto(`${base}/accounts`);
  await edit.click();
  await field.press('Backspace');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await row.getByText(group).waitFor({ state: 'detached' });
}

/** Somebody is invited, opens the link in a browser of their own, sets a password and is in; a second link is taken back. */
export async function inviteSomebody({ page, base, shoot }) {
  const email = `walk-${Date.now()}@example.org`;
  const dialog = page.getByRole('dialog');
  await page.goto(`${base}/accounts`);
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await dialog.getByLabel('E-mail').fill('nobody');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await dialog.getByText('This is not an e-mail address.').waitFor();
  await dialog.getByLabel('E-mail').fill(email);
  await shoot('invite');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = (await dialog.locator('pre').textContent()).trim();
  check(new URL(link).pathname === '/invitation' && new URL(link).hash.length > 40, 'the link is no invitation');
  await shoot('invitation-link');
  await dialog.getByRole('button', { name: 'I have handed it over' }).click();
  const row = page.getByRole('row').filter({ hasText: email });
  await row.getByText('invited', { exact: true }).waitFor();

  const other = await page.context().browser().newContext();
  const theirs = await other.newPage();
  await theirs.goto(link);
  await theirs.getByLabel('First name').fill('Wanda');
  await theirs.getByRole('textbox', { name: 'Password' }).fill('short');
  await theirs.getByRole('button', { name: 'Set the password and sign in' }).click();
  await theirs.getByText('At least 12 characters, please.').waitFor();
  await theirs.getByRole('textbox', { name: 'Password' }).fill('a fictitious password of Wanda');
  await theirs.getByRole('button', { name: 'Set the password and sign in' }).click();
  await theirs.waitForURL('**/interactions');
  await theirs.goto(`${base}/accounts`);
  await theirs.goto(link);
  await theirs.getByRole('textbox', { name: 'Password' }).fill('a fictitious password of Wanda');
  await theirs.getByRole('button', { name: 'Set the password and sign in' }).click();
  await theirs.getByText('This invitation does not count any more.').waitFor();
  await other.close();

  await page.reload();
  await row.getByText('Wanda').waitFor();
  check((await row.getByText('invited', { exact: true }).count()) === 0, 'who has a password is invited still');
}

/** A change is announced for the first day that is allowed, stands on the public page, and is taken back. */
export async function announceAChange({ page, base, shoot }) {
  await page.goto(`${base}/announcements`);
  await page.getByRole('button', { name: 'Announce a change' }).first().click();
  const dialog = page.getByRole('dialog');
  const day = dialog.getByLabel('In force from');
  check((await day.inputValue()) === (await day.getAttribute('min')), 'the earliest day is not the one that is proposed');
  await dialog.getByRole('button', { name: 'Announce it' }).click();
  await dialog.getByText('Please fill this in.').waitFor();
  const text = `Walk-through ${Date.now()}`;
  await dialog.getByLabel('What will change, in English').fill(text);
  await shoot('announce');
  await dialog.getByRole('button', { name: 'Announce it' }).click();
  const item = page.getByRole('listitem').filter({ hasText: text });
  await item.getByText('Announced', { exact: true }).waitFor();
  /** The page may be some seconds old. */
  const isPublic = (wanted) => page.waitForFunction(async ([text, wanted]) => (await (await fetch('/trust?lang=en')).text()).includes(text) === wanted, [text, wanted]);
  await isPublic(true);
  await item.getByRole('button', { name: /^Withdraw: / }).click();
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await item.getByText('Withdrawn', { exact: true }).waitFor();
  await isPublic(false);
  await shoot('announcements');
}
