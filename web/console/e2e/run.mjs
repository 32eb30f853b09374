// The flows of what runs: aliases of models, budgets, lists.
import { check } from './check.mjs';

/** An alias whose second target is refused beside its field, put right, and a budget with what is spent of it. */
export async function routeAndBudget({ page, base, shoot }) {
  await page.goto(`${base}/routes`);
  const name = `walk-${Date.now()}`;
  await page.getByRole('button', { name: 'New alias' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Alias').fill(name);
  const target = (number) => dialog.getByRole('group', { name: `Target ${number}` });
  const fill = async (number) => {
    await target(number).getByRole('combobox', { name: 'Provider' }).click();
    await page.getByRole('option', { name: 'avow', exact: true }).click();
    await target(number).getByLabel('Model').fill('mirror');
    await page.keyboard.press('Escape');
  };
  await fill(1);
  await dialog.getByRole('button', { name: 'Add a target' }).click();
  await fill(2);
  await dialog.getByRole('button', { name: 'Save' }).click();
  // Refused, beside the target, in the server's words.
  await target(2).getByText('this target is there twice').waitFor();
  await shoot('alias-form');
  await target(2).getByRole('button', { name: 'Delete: Target 2' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: `Delete: ${name}` }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: `Delete: ${name}` }).waitFor({ state: 'detached' });

  await page.goto(`${base}/budgets`);
  const opener = page.getByRole('button', { name: 'New budget' }).first();
  await opener.click();
  await dialog.getByRole('button', { name: 'Cancel' }).press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.waitForFunction((button) => document.activeElement === button, await opener.elementHandle());
  await opener.click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Give a limit in dollars, in tokens, or both.').waitFor();
  await dialog.getByText('per day').click();
  await dialog.getByLabel('Tokens').fill('9000000');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('row').filter({ hasText: 'per day' }).filter({ hasText: 'Everything' });
  const meter = row.getByRole('meter', { name: 'Tokens' });
  await meter.waitFor();
  check((await meter.getAttribute('aria-valuemax')) === '9000000', 'the limit is not the one that was given');
  await shoot('budgets');
  await row.getByRole('button', { name: 'Delete: Everything' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await row.waitFor({ state: 'detached' });
}

/** A list of words, tried before it is saved, refused without its type, and found by once it is there. */
export async function keepAList({ page, base, shoot }) {
  await page.goto(`${base}/detection`);
  const name = `walk-${Date.now()}`;
  await page.getByRole('button', { name: 'New list' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Values').fill('Blue Heron\nKestrel');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Say as which type it is reported.').waitFor();
  await dialog.getByRole('combobox', { name: 'Reported as' }).fill('project_name');
  await page.keyboard.press('Escape');
  await dialog.getByLabel('Sample text').fill('We renamed blue heron.');
  await dialog.getByRole('button', { name: 'Look' }).click();
  await dialog.locator('mark').getByText('blue heron').waitFor();
  await shoot('list-form');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('row').filter({ hasText: name }).getByText('2 values').waitFor();
  await page.getByRole('button', { name: `Delete: ${name}` }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: `Delete: ${name}` }).waitFor({ state: 'detached' });
}
