// Prints the digests of the fuzz for another program to compare.  node test/fuzz-digests.mjs SEED BATCHES SIZE
import { createDetector } from '../index.js';
import { digests } from './fuzz.mjs';
import { pieces } from './pieces.mjs';

const [seed, batches, size] = process.argv.slice(2).map(Number);
const found = digests(createDetector(), pieces(), { seed, batches, size });
console.log([...found.digests, found.count].join('\n'));
