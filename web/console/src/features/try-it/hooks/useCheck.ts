import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { type DryRun, dryRun } from '@/features/policies';

/** What would happen to the text that is being typed; null while it is not known for exactly this text. */
export function useCheck(text: string, model: string, enabled: boolean): { text: string; check: DryRun } | null {
  const [settled] = useDebouncedValue(text, 350);
  const { data } = useQuery({
    queryKey: ['check', model, settled],
    queryFn: async ({ signal }) => ({ text: settled, check: await dryRun({ text: settled, model }, signal) }),
    enabled: enabled && settled.trim() !== '',
    placeholderData: keepPreviousData,
    // Typed text is not kept longer than it is shown.
    gcTime: 0,
    retry: false,
    meta: { quiet: true },
  });
  return data && text.trim() ? data : null;
}
