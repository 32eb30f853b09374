import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { peopleKey, readPeople } from '../api/people';

/** Addresses by id, of the newest 200 accounts. Empty until they are there, and where they cannot be had. */
export function usePeople(): ReadonlyMap<string, string> {
  const { data } = useQuery({ queryKey: peopleKey, queryFn: readPeople, staleTime: 60_000, retry: false, meta: { quiet: true } });
  return useMemo(() => new Map(data?.items.map(({ id, email }) => [id, email])), [data]);
}
