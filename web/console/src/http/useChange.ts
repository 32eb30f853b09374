import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A change on the server, after which the list under `key` is read again. */
export function useChange<In, Out>(key: readonly unknown[], change: (input: In) => Promise<Out>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  });
}
