import type { Page } from '@/words';
import type { Interaction } from '../types';

/** The list with one interaction that arrived: in its old place where it was known, else on top. */
export function merge(pages: readonly Page<Interaction>[], arrived: Interaction): Page<Interaction>[] {
  const known = pages.some((page) => page.items.some((item) => item.id === arrived.id));
  if (known) {
    return pages.map((page) => ({
      ...page,
      items: page.items.map((item) => (item.id === arrived.id ? arrived : item)),
    }));
  }
  const [first, ...others] = pages;
  return first
    ? [{ ...first, items: [arrived, ...first.items] }, ...others]
    : [{ items: [arrived], next_cursor: null }];
}
