import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { request, useChange, usePages } from '@/http';
import type { Page } from '@/words';
import { addProvider, PROVIDERS, providersKey, removeProvider } from '../api/providers';
import type { Provider } from '../types';

export const useProviders = () => usePages<Provider>([...providersKey, 'list'], PROVIDERS);
export const useAddProvider = () => useChange(providersKey, addProvider);
export const useRemoveProvider = () => useChange(providersKey, removeProvider);

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
