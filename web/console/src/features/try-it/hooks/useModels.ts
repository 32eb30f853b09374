import { useQuery } from '@tanstack/react-query';
import { MIRROR, readModels } from '../api/chat';

/** The models to choose from, the built-in one first; it is there even where the list is not. */
export function useModels(): { models: string[]; failed: boolean } {
  const { data, isError } = useQuery({ queryKey: ['models'], queryFn: ({ signal }) => readModels(signal), staleTime: 60_000 });
  return { models: [...new Set([MIRROR, ...(data ?? [])])], failed: isError };
}
