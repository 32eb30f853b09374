import { type InfiniteData, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Page } from '@/words';
import { interactionsKey, STREAM } from '../api/interactions';
import type { Interaction } from '../types';
import { merge } from './merge';

type List = InfiniteData<Page<Interaction>, string | null>;

/** Keeps the loaded list up to date. Returns whether the line to the server is open. */
export function useLive(): boolean {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);

  // External system: the server's stream of interactions (EventSource, which reconnects by itself).
  useEffect(() => {
    const source = new EventSource(STREAM);
    let missed = false;
    source.onopen = () => {
      setOpen(true);
      // What happened while the line was down is read from the list.
      if (missed) void client.invalidateQueries({ queryKey: interactionsKey, exact: true });
      missed = false;
    };
    source.onerror = () => {
      setOpen(false);
      missed = true;
    };
    source.addEventListener('interaction', (event: MessageEvent<string>) => {
      const arrived = JSON.parse(event.data) as Interaction;
      client.setQueryData<List>(interactionsKey, (list) => list && { ...list, pages: merge(list.pages, arrived) });
      client.setQueryData([...interactionsKey, arrived.id], arrived);
    });
    return () => source.close();
  }, [client]);

  return open;
}
