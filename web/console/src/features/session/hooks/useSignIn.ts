import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { createFirstAccount, signIn, signOut } from '../api/session';

function useEnter() {
  const client = useQueryClient();
  const router = useRouter();
  return async (to: string) => {
    // Nothing of an earlier person's pages stays behind.
    client.clear();
    await router.navigate({ to });
  };
}

/** Signs in and goes on to where the person wanted to go. Faults are shown by the form itself. */
export function useSignIn(next: string) {
  const enter = useEnter();
  return useMutation({ mutationFn: signIn, onSuccess: () => enter(next), meta: { quiet: true } });
}

/** Makes the first account, whose answer also signs in. */
export function useFirstAccount() {
  const enter = useEnter();
  return useMutation({ mutationFn: createFirstAccount, onSuccess: () => enter('/try'), meta: { quiet: true } });
}

export function useSignOut() {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: signOut,
    // First away from the pages that show data, then the data.
    onSuccess: async () => {
      await router.navigate({ to: '/sign-in' });
      client.clear();
    },
  });
}
