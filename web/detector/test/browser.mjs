// The vectors and the fuzz in a real browser. Nothing leaves it: the page and the modules are handed to it from this folder,
// under a content security policy as strict as an extension's.  node test/browser.mjs SEED BATCHES SIZE
// AVOW_CHROMIUM: the browser, default /usr/bin/chromium. Prints the digests of the fuzz.
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { pieces } from './pieces.mjs';
import { tiersOf, vectorFiles } from './vectors.mjs';

const ORIGIN = 'https://detector.example';
const PAGE = '<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src \'self\'">';

const [seed, batches, size] = process.argv.slice(2).map(Number);
const faults = [];

async function serve(route) {
  const url = new URL(route.request().url());
  if (url.origin !== ORIGIN) {
    faults.push(`left the page: ${url.origin}`);
    return route.abort();
  }
  if (url.pathname === '/') return route.fulfill({ contentType: 'text/html', body: PAGE });
  const body = await readFile(new URL(`..${url.pathname}`, import.meta.url));
  return route.fulfill({ contentType: 'text/javascript', body });
}

// Runs in the page.
async function look({ files, pieces, fuzz }) {
  const { createDetector } = await import('/index.js');
  const { digests } = await import('/test/fuzz.mjs');
  const wrong = [];
  for (const { file, tiers, vectors } of files) {
    const detector = createDetector({ tiers });
    for (const { why, text, findings } of vectors) {
      const found = detector.scan(text).findings.map(({ type, start, end }) => ({ type, start, end }));
      if (JSON.stringify(found) !== JSON.stringify(findings)) wrong.push(`${file}: ${why}`);
    }
  }
  return { wrong, found: digests(createDetector(), pieces, fuzz) };
}

const browser = await chromium.launch({
  executablePath: process.env.AVOW_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
});
try {
  const page = await browser.newPage();
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.route('**/*', serve);
  await page.goto(`${ORIGIN}/`);
  const files = vectorFiles().map(({ file, vectors }) => ({ file, vectors, tiers: tiersOf(file) }));
  const { wrong, found } = await page.evaluate(look, { files, pieces: pieces(), fuzz: { seed, batches, size } });
  faults.push(...wrong);
  console.log([...found.digests, found.count].join('\n'));
} finally {
  await browser.close();
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
