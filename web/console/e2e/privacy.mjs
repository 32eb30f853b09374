// Asks of somebody's data by the public form, in a real browser, and looks at the public pages, narrow and wide, light and dark.
// Fails on any error that the browser reports, and where a page is wider than its window.
//   AVOW_URL=http://127.0.0.1:8420 node e2e/privacy.mjs FOLDER
// Prints each address that it gave on a line, and reads the code that was mailed there from a line of its input.
// AVOW_CHROMIUM: the browser, default /usr/bin/chromium. AVOW_PICTURES=all: every look, and pictures in FOLDER.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { chromium } from 'playwright-core';

const base = process.env.AVOW_URL;
const folder = process.argv[2];
const all = process.env.AVOW_PICTURES === 'all';
const input = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const looks = all
  ? ['light', 'dark'].flatMap((theme) => ['en', 'fr'].flatMap((language) => [390, 1280].map((width) => ({ theme, language, width }))))
  : [{ theme: 'light', language: 'en', width: 390 }, { theme: 'dark', language: 'fr', width: 1280 }];

const faults = [];
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.AVOW_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
try {
  for (const [number, { theme, language, width }] of looks.entries()) {
    const context = await browser.newContext({
      viewport: { width, height: width === 390 ? 844 : 860 },
      colorScheme: theme,
      locale: language === 'fr' ? 'fr-FR' : 'en-GB',
    });
    const page = await context.newPage();
    page.on('console', (message) => {
      const expected = /^Failed to load resource: the server responded with a status of 400/.test(message.text());
      if (message.type() === 'error' && !expected) faults.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(base)) faults.push(`left this server: ${request.url()}`);
    });
    const look = async (name) => {
      if (all) await page.screenshot({ path: join(folder, `${name}-${width}-${theme}-${language}.png`), fullPage: true });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) faults.push(`${name} at ${width}: ${overflow} pixels too wide`);
    };
    const send = async (button) => {
      await Promise.all([page.waitForNavigation(), page.click(button)]);
    };

    await page.goto(`${base}/trust`);
    await look('trust');
    await page.click('a[href="/privacy"]');
    await page.waitForURL('**/privacy');
    await look('form');
    const email = `browser-${number}@example.org`;
    await page.selectOption('#kind', 'erasure');
    await page.fill('#email', email);
    await page.fill('#details', 'I wrote to your bot.');
    await send('main button');
    await look('code');
    await page.fill('#code', '0000000000');
    await send('form:first-of-type button');
    await look('wrong');
    console.log(email);
    await page.fill('#code', (await input.next()).value);
    await send('form:first-of-type button');
    await look('done');
    const [reference, token] = await page.locator('dd code').allTextContents();
    await page.click('footer a[href^="/privacy/status"]');
    await page.fill('#reference', reference);
    await page.fill('#token', 'wrong');
    await send('main button');
    await look('status-wrong');
    await page.fill('#reference', reference);
    await page.fill('#token', token);
    await send('main button');
    await look('status');
    if ((await page.locator('dd').first().textContent()) !== reference) faults.push('no state was shown');
    await page.goto(`${base}/trust/versions`);
    await look('versions');
    await page.goto(`${base}/trust/versions/1`);
    await look('version');
    await context.close();
  }
} finally {
  await browser.close();
}
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log('ok');
process.exit(0);
