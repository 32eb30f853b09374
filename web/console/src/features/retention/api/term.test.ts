import { expect, test } from 'vitest';
import { termOf } from './term';

// What rooms/09-retain's Term says; French pages showed it in English.
test('each of the server’s terms is known', () => {
  expect(termOf('never stored')).toEqual({ kind: 'never' });
  expect(termOf('not part of this profile')).toEqual({ kind: 'unsaid' });
  expect(termOf('opt-in only')).toEqual({ kind: 'optIn' });
  expect(termOf('with the account')).toEqual({ kind: 'account' });
  expect(termOf('60 days after it was last active, unless pinned')).toEqual({ kind: 'idle', days: 60 });
  expect(termOf('closure')).toEqual({ kind: 'after', event: 'closure', days: 0 });
  expect(termOf('termination + 30 days')).toEqual({ kind: 'after', event: 'termination', days: 30 });
});

test('words of a newer server are left as they are', () => {
  expect(termOf('until the moon is full')).toBeNull();
});
