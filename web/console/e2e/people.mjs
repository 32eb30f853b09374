// The flows of who is there.
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
