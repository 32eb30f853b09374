import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { said as inEnglish } from '@/i18n/en/said';
import { said as inFrench } from '@/i18n/fr/said';
import { inWords, type Said } from './said';

const repository = join(import.meta.dirname, '../../../..');
const PLACE = /\{\w+\}/;
/** Where the server puts a sentence together, of a field's name and what it must be. */
const SEAM = / must be /;

/** The server's sources, with what was broken over lines for their width joined again. */
const sources = ['foundations', 'detector', 'people', 'channels', 'rooms', 'sources'].flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.java') && name.includes('src/main/'))
    .map((name) => readFileSync(join(repository, folder, name), 'utf8').replace(/"\s*\+\s*"/g, '')),
);

/** Whether one file says all of it that is not filled in. */
const saidByTheServer = (key: string) => {
  const parts = key.split(PLACE).flatMap((part) => part.split(SEAM)).filter((part) => part.trim());
  return sources.some((source) => parts.every((part) => source.includes(part)));
};

test.each(Object.entries({ inEnglish, inFrench }))('catalogue_%s_knowsOnlyWhatTheServerSays', (_, said) => {
  expect(Object.keys(said).filter((key) => !saidByTheServer(key))).toEqual([]);
});

test.each(Object.entries({ inEnglish, inFrench }))('catalogue_%s_namesOnlyPlacesThatItsSentenceHas', (_, said) => {
  const placesOf = (text: string): string[] => text.match(new RegExp(PLACE, 'g')) ?? [];
  const strange = Object.entries(said).filter(([key, text]) => placesOf(text).some((place) => !placesOf(key).includes(place)));
  expect(strange).toEqual([]);
});

test('inWords_sentenceWithPlaces_carriesWhatWasFilledIn', () => {
  expect(inWords(inFrench, 'a priority is 1 to 1000')).toBe('Une priorité va de 1 à 1000.');
  expect(inWords(inFrench, 'a priority is 1 to 1000, 1 going first')).toBe('Un ordre va de 1 à 1000 ; 1 passe en premier.');
  expect(inWords(inFrench, 'targets[1].model is missing; a target has provider and model')).toBe('Une cible a un fournisseur et un modèle ; il manque targets[1].model.');
});

test('inWords_sentenceOfItsOwn_comesBeforeOneWithPlaces', () => {
  expect(inWords(inFrench, 'text has 20,000 characters at most, and no U+0000')).toBe('20 000 caractères au plus, sans le caractère nul.');
  expect(inWords(inFrench, 'title is missing')).toBe('Ce champ est nécessaire : title.');
});

test('inWords_notInTheCatalogue_isUndefined', () => {
  const said: Said = { 'a name has {most} letters (or more)': 'x {most}' };
  expect(inWords(said, 'a name has letters (or more)')).toBeUndefined();
  expect(inWords(said, 'a name has 3 letters (or more) and then some')).toBeUndefined();
  expect(inWords(said, 'toString')).toBeUndefined();
  expect(inWords(said, 'a name has 3 letters (or more)')).toBe('x 3');
});
