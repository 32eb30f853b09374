// The vectors that every build of the detector must agree on: every file of detector/vectors.
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createDetector } from '../index.js';

const FOLDER = new URL('../../../detector/vectors/', import.meta.url);

export const tiersOf = (file) => (basename(file).startsWith('tier1') ? [1] : [1, 2]);

export const detectorFor = (file) => createDetector({ tiers: tiersOf(file) });

/** Findings as a vector file has them. */
export const summary = ({ findings }) => findings.map(({ type, start, end }) => ({ type, start, end }));

/** Each file's name with its vectors. */
export const vectorFiles = () =>
  readdirSync(FOLDER)
    .filter((each) => each.endsWith('.json'))
    .sort()
    .map((file) => ({ file, vectors: JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) }));
