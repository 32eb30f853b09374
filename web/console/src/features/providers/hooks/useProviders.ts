import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { request, useChange, usePages } from '@/http';
import type { Page } from '@/words';
import { addProvider, placeProvider, PROVIDERS, providersKey, readHealth, removeProvider } from '../api/providers';
import type { Health, Provider } from '../types';

export const useProviders = () => usePages<Provider>([...providersKey, 'list'], PROVIDERS);
export const useAddProvider = () => useChange(providersKey, addProvider);
export const useRemoveProvider = () => useChange(providersKey, removeProvider);
export const usePlaceProvider = () => useChange(providersKey, placeProvider);

/** How each provider was seen to work, by its id. Empty where that cannot be had. */
export function useHealth(): ReadonlyMap<string, Health> {
  const { data } = useQuery({ queryKey: [...providersKey, 'health'], queryFn: readHealth, refetchInterval: 15_000, retry: false, meta: { quiet: true } });
  return useMemo(() => new Map(data?.items.map((each) => [each.id, each])), [data]);
}

/** The names of the providers, for fields that propose them. Empty until they are there, and where they cannot be had. */
export function useProviderNames(): readonly string[] {
  const { data } = useQuery({
    queryKey: [...providersKey, 'names'],
    queryFn: ({ signal }) => request<Page<Provider>>('GET', `${PROVIDERS}?limit=200`, undefined, signal),
    staleTime: 60_000,
    retry: false,
    meta: { quiet: true },
  });
  return useMemo(() => data?.items.map(({ name }) => name) ?? [], [data]);
}
