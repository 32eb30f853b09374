import type { Target } from '../types';

/** Targets that are asked at the same turn, with the share of requests that each gets first. */
export interface Turn {
  priority: number;
  targets: { target: Target; share: number }[];
}

/** The turns of an alias in the order in which they are asked. */
export function turnsOf(targets: readonly Target[]): Turn[] {
  const turns = new Map<number, Target[]>();
  for (const target of targets) turns.set(target.priority, [...(turns.get(target.priority) ?? []), target]);
  return [...turns]
    .sort(([a], [b]) => a - b)
    .map(([priority, of]) => {
      const sum = of.reduce((total, { weight }) => total + weight, 0);
      return { priority, targets: of.map((target) => ({ target, share: target.weight / sum })) };
    });
}

/** The models of one provider among all names (`provider/model`), without the provider. */
export const modelsOf = (names: readonly string[], provider: string) => names.filter((name) => name.startsWith(`${provider}/`)).map((name) => name.slice(provider.length + 1));
