import { useInfiniteQuery } from '@tanstack/react-query';
import type { Page } from '@/words';
import { request } from './request';

/** A list of the control plane, page by page, newest first as the server sends it. */
export function usePages<T>(key: readonly unknown[], path: string, limit = 50) {
  return useInfiniteQuery({
    queryKey: key,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: String(limit) });
      if (pageParam) query.set('cursor', pageParam);
      return request<Page<T>>('GET', `${path}${path.includes('?') ? '&' : '?'}${query}`, undefined, signal);
    },
    getNextPageParam: (page) => page.next_cursor,
  });
}
