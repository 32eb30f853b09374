/** What the server says of how long something is kept, where that is no plain number of days. */
export type Term =
  | { kind: 'never' | 'unsaid' | 'optIn' | 'account' }
  | { kind: 'idle'; days: number }
  | { kind: 'after'; event: 'closure' | 'termination' | 'resolution'; days: number };

const WORDS = {
  'never stored': 'never',
  'not part of this profile': 'unsaid',
  'opt-in only': 'optIn',
  'with the account': 'account',
} as const;

/** Null for words that a newer server may have; they are shown as they are. */
export function termOf(text: string): Term | null {
  const word = WORDS[text as keyof typeof WORDS];
  if (word) return { kind: word };
  const idle = /^(\d+) days after it was last active, unless pinned$/.exec(text);
  if (idle) return { kind: 'idle', days: Number(idle[1]) };
  const after = /^(closure|termination|resolution)(?: \+ (\d+) days)?$/.exec(text);
  return after ? { kind: 'after', event: after[1] as 'closure', days: Number(after[2] ?? 0) } : null;
}
