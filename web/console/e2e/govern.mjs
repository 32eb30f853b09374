// The flows of what is governed: incidents, and further down what people may ask.
import { readFile } from 'node:fs/promises';
import { check } from './check.mjs';

/** From the first that is known to a closed incident, with the clock, a count, a notice and a decision. */
export async function closeAnIncident({ page, base, shoot }) {
  await page.goto(`${base}/incidents`);
  await page.getByRole('button', { name: 'New incident' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Enter it' }).click();
  await dialog.getByText('Please fill this in.').waitFor();
  const title = `Walk-through ${Date.now()}`;
  await dialog.getByLabel('Title').fill(title);
  await dialog.getByLabel('Began').fill('2026-01-01T00:00');
  await dialog.getByRole('button', { name: 'Enter it' }).click();
  await page.getByRole('heading', { name: title }).waitFor();
  const duty = (to) => page.locator(`[data-duty=${to}]`);
  check(/7[12]h/.test(await duty('authority').innerText()), 'the clock does not begin at 72 hours');
  check((await page.locator('[data-gap]').count()) === 5, 'what is missing before closing is not told');
  await page.getByRole('button', { name: 'Count', exact: true }).click();
  await page.getByRole('button', { name: 'Count again' }).waitFor();

  await duty('authority').getByRole('button', { name: 'Draft the notice' }).click();
  const text = dialog.getByLabel('Text of the notice');
  check((await text.inputValue()).includes('[to be completed]'), 'the draft does not say what is not known');
  await text.fill('We tell you what we know.');
  await dialog.getByText('No place in brackets is left.').waitFor();
  await shoot('incident-notice');
  await dialog.getByRole('button', { name: 'Record it as sent' }).click();
  await duty('authority').getByText('Told', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Edit' }).first().click();
  for (const field of ['What happened', 'Likely consequences', 'Measures taken or proposed']) await dialog.getByLabel(field).fill('As it was.');
  await dialog.getByRole('combobox', { name: 'Risk to the people' }).click();
  await page.getByRole('option', { name: 'Risk unlikely' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await duty('people').getByRole('button', { name: 'Need not be told…' }).click();
  await dialog.getByLabel('Why').fill('Nobody could read it.');
  await dialog.getByRole('button', { name: 'Decide it' }).click();
  await duty('people').getByText('Need not be told', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('button', { name: 'Open again' }).waitFor();
  await shoot('incident');
}

/** From a letter that came in to its answer: a code, the proof, the decision, the letter. */
export async function answerARequest({ page, base, shoot }) {
  await page.goto(`${base}/privacy-requests`);
  await page.getByRole('button', { name: 'New request' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill('mina@example.org');
  await dialog.getByRole('button', { name: 'Enter it' }).click();
  const step = (name) => page.locator(`[data-step=${name}]`);
  await page.getByText(/days left/).first().waitFor();
  await step('acknowledged').getByRole('button').click();
  // What is below moves up when the button goes, and a click that is under way would miss it.
  await page.locator('[data-step=acknowledged][data-mark=done]').waitFor();
  await step('verified').getByRole('button', { name: 'Make a code' }).click();
  await dialog.getByRole('button', { name: 'Make the code' }).click();
  const code = await dialog.locator('pre').innerText();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await step('verified').getByRole('button', { name: 'Prove identity' }).click();
  const proof = dialog.getByRole('textbox', { name: 'Code' });
  await proof.fill('0000000000');
  await dialog.getByRole('button', { name: 'Note as proved' }).click();
  await dialog.locator('[aria-invalid=true]').waitFor();
  await proof.fill(code);
  await dialog.getByRole('button', { name: 'Note as proved' }).click();
  await step('decided').getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await step('completed').getByRole('button').waitFor();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'It was met' }).click();
  check((await readFile(await (await downloading).path(), 'latin1')).startsWith('%PDF'), 'the letter is no PDF');
  await shoot('privacy-request');
  await step('completed').getByRole('button').click();
  await dialog.getByRole('button', { name: 'Note as answered' }).click();
  await page.getByText(/^Answered/).first().waitFor();
}

/** A person's consent is given and withdrawn, and the page says what that does; then the record of processing. */
export async function keepTheRegisters({ page, base, account, shoot }) {
  await page.goto(`${base}/consents`);
  await page.getByRole('combobox', { name: 'Whose consents' }).click();
  await page.getByRole('option', { name: account.email }).click();
  const purpose = `walk_${Date.now()}`;
  await page.getByRole('button', { name: 'Record a consent' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Purpose').fill('model_processing');
  await dialog.getByText(/unless a restriction stands against it/).waitFor();
  await dialog.getByLabel('Purpose').fill(purpose);
  await dialog.getByRole('button', { name: 'Record a consent' }).click();
  await dialog.getByText('Give the version, or the text below.').waitFor();
  await dialog.getByLabel('The text itself').fill('You may write to me.');
  await dialog.getByRole('button', { name: 'Record a consent' }).click();
  await page.getByRole('button', { name: `Withdraw: ${purpose}` }).click();
  await dialog.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('button', { name: `Consent again: ${purpose}` }).waitFor();
  await shoot('consents');
  check(!page.url().includes('@'), 'an e-mail address is in the address of the page');

  await page.goto(`${base}/record`);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'JSON' }).click();
  const record = JSON.parse(await readFile(await (await downloading).path(), 'utf8'));
  check(record.activities.length > 3, 'the record has no activities');
  await page.emulateMedia({ media: 'print' });
  check(!(await page.getByRole('navigation').isVisible()), 'the navigation is printed');
  await page.emulateMedia({ media: 'screen' });
}
