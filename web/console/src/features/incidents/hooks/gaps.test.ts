import { expect, test } from 'vitest';
import { gapsOf } from './gaps';

test('gapsOf_asTheServerNamesThem_areFieldsAndDuties', () => {
  expect(gapsOf(['nature', 'measures', 'notice to authority', 'notice to people'])).toEqual({ fields: ['nature', 'measures'], duties: ['authority', 'people'] });
});
