import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KINDS, urlFault } from './kinds';
import { EMPTY_PROVIDER, providerDraft } from './providerDraft';

test('KINDS_beside_theServersDescription_areTheSame', () => {
  const file = join(import.meta.dirname, '../../../../../../channels/control/src/main/resources/dev/avow/control/openapi/provider-keys.json');
  const described: string = JSON.parse(readFileSync(file, 'utf8')).components.schemas.ProviderKeyDraft.properties.kind.description;
  expect(Object.keys(KINDS).filter((kind) => !new RegExp(`\\b${kind}\\b`).test(described))).toEqual([]);
  expect(described.split(', or ')[0]?.split(', ').filter((kind) => !(kind in KINDS))).toEqual([]);
});

test('urlFault_byKind_asksWhereThereIsNoCommonAddress', () => {
  expect(urlFault('mistral', '')).toBeNull();
  expect(urlFault('bedrock', ' ')).toBe('urlNeeded');
  expect(urlFault('bedrock', 'https://bedrock-runtime.REGION.amazonaws.com')).toBe('urlWrong');
  expect(urlFault('openai', 'api.openai.com')).toBe('urlWrong');
  expect(urlFault('openai', 'https://api.openai.com/v1')).toBeNull();
});

test('providerDraft_whatIsEmpty_isLeftOut', () => {
  expect(providerDraft({ ...EMPTY_PROVIDER, name: ' aws ', kind: 'bedrock', base_url: 'https://b.example.com', region: 'EU' })).toEqual({ name: 'aws', kind: 'bedrock', base_url: 'https://b.example.com', region: 'EU' });
});
