import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { readMe, readSetup } from '../api/session';

/** Who is signed in. Fails with 401 where nobody is. */
export const meQuery = queryOptions({ queryKey: ['me'], queryFn: readMe, staleTime: 5 * 60_000, retry: false });

/** The signed-in person; only within pages that the router guards. */
export const useMe = () => useSuspenseQuery(meQuery).data;

/** Whether the person may change things. */
export const useIsAdmin = () => useMe().role === 'admin';

/** Whether the installation still waits for its first account. */
export const useSetupState = () => useQuery({ queryKey: ['setup'], queryFn: readSetup, retry: false });
