import { useMemo } from 'react';
import { namedGroups } from './namedGroups';
import { usePolicies } from './usePolicies';

/** The groups that policies name, with the names of those policies that are on. Empty until they are there. */
export function useNamedGroups(): ReadonlyMap<string, readonly string[]> {
  const { data } = usePolicies();
  return useMemo(() => namedGroups(data?.pages.flatMap((page) => page.items) ?? []), [data]);
}
