// What the fuzz puts texts together from: pieces.json, and the texts of all vectors.
import { readFileSync } from 'node:fs';
import { vectorFiles } from './vectors.mjs';

export const pieces = () => [
  ...JSON.parse(readFileSync(new URL('./pieces.json', import.meta.url), 'utf8')),
  ...vectorFiles().flatMap(({ vectors }) => vectors.map((each) => each.text)),
];
