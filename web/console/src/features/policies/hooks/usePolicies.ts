import { useMutation } from '@tanstack/react-query';
import { useChange, usePages } from '@/http';
import { changePolicy, createPolicy, deletePolicy, dryRun, POLICIES, policiesKey, replay } from '../api/policies';
import type { DryRunInput, Policy, PolicyDraft, ReplayInput } from '../types';

export const usePolicies = () => usePages<Policy>(policiesKey, POLICIES, 200);
export const useDeletePolicy = () => useChange(policiesKey, deletePolicy);

/** Creates where `id` is null, else replaces. */
export const useSavePolicy = () =>
  useChange(policiesKey, ({ id, draft }: { id: string | null; draft: PolicyDraft }) =>
    id === null ? createPolicy(draft) : changePolicy({ id, draft }),
  );

export const useDryRun = () => useMutation({ mutationFn: (input: DryRunInput) => dryRun(input), gcTime: 0 });
export const useReplay = () => useMutation({ mutationFn: (input: ReplayInput) => replay(input) });

/** What the server takes of a policy: all but the fields that it makes itself, which it refuses. */
export function draftOf(policy: Policy): PolicyDraft {
  const { name, description, enabled, priority, conditions, action, message, masking, shadow, justification, applies_to } = policy;
  return { name, description, enabled, priority, conditions, action, message, masking, shadow, justification, applies_to };
}
