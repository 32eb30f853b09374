import { endOfDay, startOfDay } from '@/format';
import type { Filter } from '../types';

/** Changes, since there are many more looks. */
export const EVERYTHING_CHANGED: Filter = { kind: 'change', action: null, actor: null, from: null, to: null };

const DAY = /^[2-9]\d{3}-\d{2}-\d{2}$/;
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
const dayOf = (value: unknown) => (DAY.test(textOf(value) ?? '') ? textOf(value) : null);

/** What stands in the address, where it is not what is shown anyway. */
export type Search = Partial<Record<keyof Filter, string>>;

/** What the page's address asks for; what it cannot mean asks nothing. */
export function filterOf(search: Record<string, unknown>): Filter {
  const kind = search['kind'];
  return {
    kind: kind === 'look' || kind === 'all' ? kind : 'change',
    action: textOf(search['action']),
    actor: textOf(search['actor']),
    from: dayOf(search['from']),
    to: dayOf(search['to']),
  };
}

/** The other way round. */
export function searchOf(filter: Filter): Search {
  return Object.fromEntries(Object.entries(filter).filter(([name, value]) => value !== EVERYTHING_CHANGED[name as keyof Filter]));
}

/** As the server takes it. Days become moments in the person's own time zone. */
export function queryOf({ kind, action, actor, from, to }: Filter): string {
  const query = new URLSearchParams();
  if (kind !== 'all') query.set('kind', kind);
  if (action) query.set('action', action);
  if (actor) query.set('actor', actor);
  if (from) query.set('since', startOfDay(from));
  if (to) query.set('until', endOfDay(to));
  return query.toString();
}
