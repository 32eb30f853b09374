import { beforeAll, expect, test, vi } from 'vitest';

// Outside of a browser: what the language is remembered in, and what it is told to.
vi.stubGlobal('localStorage', { getItem: () => 'en', setItem: () => {} });
vi.stubGlobal('document', { documentElement: {} });

const { chooseLanguage, startI18n } = await import('@/i18n');
const { ApiError } = await import('./ApiError');
const { describe } = await import('./report');

const UNKNOWN = 'nobody ever wrote this sentence down';

beforeAll(startI18n);

test('describe_sentenceThatTheLanguageKnows_isInItsWords', async () => {
  const fault = new ApiError(400, 'invalid_value', 'a priority is 1 to 1000', 'priority');
  await chooseLanguage('fr');
  expect(describe(fault)).toBe('Une priorité va de 1 à 1000.');
  await chooseLanguage('en');
  expect(describe(fault)).toBe('a priority is 1 to 1000');
});

test('describe_sentenceThatSaysMoreThanItsCode_isNotReplacedByTheCodesWords', async () => {
  const fault = new ApiError(502, 'provider_refused', 'the provider answered with status 418');
  await chooseLanguage('fr');
  expect(describe(fault)).toContain('418');
  await chooseLanguage('en');
  expect(describe(fault)).toContain('418');
});

test('describe_unknownSentence_isTheCodesWordsElseWhatTheServerSaid', async () => {
  await chooseLanguage('fr');
  expect(describe(new ApiError(503, 'overloaded', UNKNOWN))).toBe('Avow est très sollicité. Réessayez dans un instant.');
  expect(describe(new ApiError(400, 'invalid_value', UNKNOWN, 'x'))).toBe(UNKNOWN);
  expect(describe(new ApiError(500, 'http_500', ''))).toBe('Un problème inattendu est survenu. Veuillez réessayer.');
});
