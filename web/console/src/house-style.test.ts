import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { en } from './i18n/en';
import { fr } from './i18n/fr';

const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
  .map((name) => ({ name: relative(root, join(root, name)).replaceAll('\\', '/'), text: readFileSync(join(root, name), 'utf8') }));

const keysOf = (tree: object, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' ? keysOf(value as object, `${path}${key}.`) : [`${path}${key}`],
  );

test('features_otherFeature_isImportedThroughItsIndex', () => {
  const past = files.flatMap(({ name, text }) => (/from '@\/features\/[\w-]+\//.test(text) ? [name] : []));
  expect(past).toEqual([]);
});

test('useEffect_always_namesItsExternalSystem', () => {
  const silent = files.flatMap(({ name, text }) =>
    [...text.matchAll(/^(.*)\n\s*useEffect\(/gm)].some((m) => !m[1]?.includes('External system:')) ? [name] : [],
  );
  expect(silent).toEqual([]);
});

test('content_never_goesToTheConsoleOrStorage', () => {
  const loose = files.flatMap(({ name, text }) => (/console\.|sessionStorage|indexedDB|dangerouslySetInnerHTML/.test(text) ? [name] : []));
  expect(loose).toEqual([]);
  // Language and theme are preferences; nothing else is remembered in the browser.
  const storing = files.filter(({ text }) => text.includes('localStorage.')).map(({ name }) => name);
  expect(storing).toEqual(['i18n/index.ts']);
});

test('catalogues_bothLanguages_haveTheSameKeys', () => {
  expect(keysOf(fr)).toEqual(keysOf(en));
});

test('lockFile_committed_namesNoAddress', () => {
  expect(readFileSync(join(root, '../../package-lock.json'), 'utf8')).not.toMatch(/https?:/);
});
