import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { usePages } from '@/http';
import { INTERACTIONS, interactionsKey, readInteraction } from '../api/interactions';
import type { Filter, Interaction } from '../types';

/** The loaded interactions, newest first, all and as filtered. */
export function useInteractions(filter: Filter) {
  const query = usePages<Interaction>(interactionsKey, INTERACTIONS);
  const all = useMemo(() => unique(query.data?.pages.flatMap((page) => page.items) ?? []), [query.data]);
  const shown = useMemo(() => all.filter((item) => matches(item, filter)), [all, filter]);
  return { query, all, shown };
}

/** One interaction by its id. Reading it is an access, which the server notes in its audit log. */
export function useInteraction(id: string) {
  return useQuery({
    queryKey: [...interactionsKey, id],
    queryFn: ({ signal }) => readInteraction(id, signal),
    enabled: id !== '',
  });
}

function matches(item: Interaction, { action, finding }: Filter): boolean {
  return (
    (action === null || item.policy_action === action) &&
    (finding === null || item.classifications.some((c) => c.type === finding))
  );
}

/** A line may arrive live and again with a page. */
function unique(items: Interaction[]): Interaction[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
