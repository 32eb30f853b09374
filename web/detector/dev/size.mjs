// Prints what the package weighs and fails where that is more than a page should have to load. Run by the build.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const MOST = 150 * 1024;
const { files } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const code = files.filter((each) => each.endsWith('.js')).map((each) => readFileSync(new URL(`../${each}`, import.meta.url)));
const plain = code.reduce((sum, each) => sum + each.length, 0);
const packed = code.reduce((sum, each) => sum + gzipSync(each, { level: 9 }).length, 0);
console.log(`@avow/detector: ${(packed / 1024).toFixed(1)} KiB gzipped of at most ${MOST / 1024} (${(plain / 1024).toFixed(1)} KiB plain)`);
if (packed > MOST) process.exit(1);
