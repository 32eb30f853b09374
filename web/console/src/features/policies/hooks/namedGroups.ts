import type { Policy } from '../types';

/** Stands for everybody in a policy, and is no group to be in. */
export const EVERYBODY = 'all';

/** The groups that policies name in their conditions, each with the names of those policies that are on. What an expression names is not known. */
export function namedGroups(policies: readonly Pick<Policy, 'name' | 'enabled' | 'conditions'>[]): Map<string, string[]> {
  const named = new Map<string, string[]>();
  for (const { name, enabled, conditions } of policies) {
    for (const group of conditions.user_group ?? []) {
      if (group !== EVERYBODY) named.set(group, [...(named.get(group) ?? []), ...(enabled ? [name] : [])]);
    }
  }
  return named;
}

/** Groups to choose from: each once, in the order of their names. */
export const groupChoices = (...sources: readonly Iterable<string>[]): string[] =>
  [...new Set(sources.flatMap((source) => [...source]))].sort((a, b) => a.localeCompare(b));
