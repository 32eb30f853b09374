// Walks through the console in a real browser, takes pictures of every page and fails on any error that
// the browser reports (a violated content security policy included).
//   AVOW_URL=http://127.0.0.1:8420 AVOW_EMAIL=… AVOW_PASSWORD=… node e2e/pages.mjs FOLDER
// AVOW_FLOWS: only the flows whose names hold this text, and no pictures of pages.
// AVOW_SETUP_TOKEN: makes the first account with that e-mail and password before signing in.
// AVOW_CHROMIUM: the browser, default /usr/bin/chromium. AVOW_PICTURES=all: also dark, French and narrow; none: looks, but keeps no picture.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { check } from './check.mjs';
import { flows } from './flows.mjs';

const env = (name, fallback) => {
  const value = process.env[name] ?? fallback;
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
};

const base = env('AVOW_URL').replace(/\/$/, '');
const account = { email: env('AVOW_EMAIL'), password: env('AVOW_PASSWORD'), setupToken: process.env.AVOW_SETUP_TOKEN };
const folder = process.argv[2] ?? process.env.AVOW_SCREENSHOTS ?? 'screenshots';
const only = process.env.AVOW_FLOWS;
const all = process.env.AVOW_PICTURES === 'all';
const PAGES = ['interactions', 'try', 'audit', 'policies', 'detection', 'providers', 'keys', 'my-data', 'retention', 'incidents', 'privacy-requests', 'consents', 'record', 'routes', 'budgets', 'accounts', 'announcements'];

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.AVOW_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});

const faults = [];

async function openPage({ width = 1280, height = 860, theme = 'light', language = 'en' } = {}, storageState) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: theme, locale: language === 'fr' ? 'fr-FR' : 'en-GB', ...(storageState ? { storageState } : {}) });
  const page = await context.newPage();
  page.on('console', (message) => {
    // The browser itself writes a line for every answer of 4xx, which the flows provoke on purpose.
    const expected = /^Failed to load resource: the server responded with a status of (400|401|403|409)/.test(message.text());
    if (message.type() === 'error' && !expected) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:') && !request.url().startsWith('blob:')) faults.push(`left this server: ${request.url()}`);
  });
  return page;
}

const shoot = async (page, name) => {
  if (process.env.AVOW_PICTURES === 'none') {
    await page.waitForTimeout(100);
    return;
  }
  await page.waitForTimeout(350);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
};

let failed = false;
try {
  const page = await openPage();
  for (const [name, flow] of Object.entries(flows)) {
    if (only && name !== 'sign in' && !name.includes(only)) continue;
    const begun = Date.now();
    await flow({ page, base, account, shoot: (picture) => shoot(page, picture) });
    console.log(`ok  ${name}, ${Date.now() - begun} ms`);
  }
  const state = await page.context().storageState();

  const looks = only
    ? []
    : all
      ? ['light', 'dark'].flatMap((theme) => ['en', 'fr'].flatMap((language) => [1280, 390].map((width) => ({ theme, language, width }))))
      : [{ theme: 'light', language: 'en', width: 390 }, { theme: 'dark', language: 'fr', width: 1280 }];
  for (const look of looks) {
    const view = await openPage({ ...look, height: look.width === 390 ? 844 : 860 }, state);
    for (const path of PAGES) {
      await view.goto(`${base}/${path}`);
      await view.locator('h1').waitFor();
      await shoot(view, `${path}-${look.width}-${look.theme}-${look.language}`);
      const overflow = await view.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      check(overflow <= 0, `/${path} is ${overflow} px too wide at ${look.width} px (${look.language})`);
    }
    await view.context().close();
  }
  if (!only) console.log(`ok  ${looks.length * PAGES.length} pages looked at`);
} catch (error) {
  failed = true;
  console.error(`not ok  ${error.message}`);
} finally {
  await browser.close();
}

for (const fault of new Set(faults)) console.error(`not ok  ${fault}`);
process.exit(failed || faults.length > 0 ? 1 : 0);
