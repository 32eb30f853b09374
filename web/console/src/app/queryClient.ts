import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError, reportError } from '@/errors';

declare module '@tanstack/react-query' {
  interface Register {
    /** `quiet`: the page itself shows the fault, so no notice is needed. */
    queryMeta: { quiet?: boolean };
    mutationMeta: { quiet?: boolean };
  }
}

const retry = (failures: number, error: unknown) =>
  failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500);

const isSignedOut = (error: unknown) => error instanceof ApiError && error.status === 401;

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry, staleTime: 15_000, refetchOnWindowFocus: false } },
  // A list shows by itself that it could not be loaded; only a refresh that fails needs a notice.
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] === 'me') return;
      if (isSignedOut(error) || (!query.meta?.quiet && query.state.data !== undefined)) reportError(error);
    },
  }),
  mutationCache: new MutationCache({
    onError: (error, _input, _context, mutation) => {
      if (!mutation.meta?.quiet) reportError(error);
    },
  }),
});
