import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { request, useChange, usePages } from '@/http';
import type { Page } from '@/words';
import { API_KEYS, apiKeysKey, createApiKey, revokeApiKey } from '../api/apiKeys';
import type { ApiKey } from '../types';

export const useApiKeys = () => usePages<ApiKey>([...apiKeysKey, 'list'], API_KEYS);
export const useCreateApiKey = () => useChange(apiKeysKey, createApiKey);
export const useRevokeApiKey = () => useChange(apiKeysKey, revokeApiKey);

/** Names of keys by id, for lists that hold ids. Empty where the person may not see keys. */
export function useKeyNames(): ReadonlyMap<string, string> {
  const { data } = useQuery({
    queryKey: [...apiKeysKey, 'names'],
    queryFn: ({ signal }) => request<Page<ApiKey>>('GET', `${API_KEYS}?limit=200`, undefined, signal),
    staleTime: 60_000,
    retry: false,
    meta: { quiet: true },
  });
  return useMemo(() => new Map(data?.items.map((key) => [key.id, key.name])), [data]);
}
