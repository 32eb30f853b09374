import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { peopleKey, readPeople } from '../api/people';

const peopleQuery = { queryKey: peopleKey, queryFn: readPeople, staleTime: 60_000, retry: false, meta: { quiet: true } };

/**
 * Addresses by id, of the newest 200 accounts. Empty until they are there, and where they cannot be had.
 * `wanted`: that they are read is in the audit log, so whoever may not need them waits.
 */
export function usePeople(wanted = true): ReadonlyMap<string, string> {
  const { data } = useQuery({ ...peopleQuery, enabled: wanted });
  return useMemo(() => new Map(data?.items.map(({ id, email }) => [id, email])), [data]);
}

/** The groups that the newest 200 accounts are in, each once. Empty until they are there, and where they cannot be had. */
export function usePeoplesGroups(): readonly string[] {
  const { data } = useQuery(peopleQuery);
  return useMemo(() => [...new Set(data?.items.flatMap(({ groups }) => groups))], [data]);
}
