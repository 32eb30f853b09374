import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { acceptInvitation, createFirstAccount, signIn, signOut } from '../api/session';

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

/** Sets the password of an invited person, which also signs in. */
export function useAcceptInvitation() {
  const enter = useEnter();
  return useMutation({ mutationFn: acceptInvitation, onSuccess: () => enter('/interactions'), meta: { quiet: true } });
}

/** Away to the sign-in page, for a session that has ended already. */
export function useLeave() {
  const client = useQueryClient();
  const router = useRouter();
  return async () => {
    // First away from the pages that show data, then the data.
    await router.navigate({ to: '/sign-in' });
    client.clear();
  };
}

export function useSignOut() {
  const leave = useLeave();
  return useMutation({ mutationFn: signOut, onSuccess: leave });
}
