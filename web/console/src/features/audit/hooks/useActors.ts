import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyNames } from '@/features/api-keys';
import { usePeople } from '@/features/people';
import { shortId } from '@/format';
import type { AuditEntry } from '../types';

export interface Choice {
  value: string;
  label: string;
}

/** The server's word for entries that no person and no key made. */
const NOBODY = 'none';

/**
 * Whom the log can be asked for: who acted in what is loaded, and all keys. All people too once they are wanted, since
 * that they were read is itself an entry. The chosen one is always among them.
 */
export function useActors(loaded: readonly AuditEntry[], chosen: string | null, wanted: boolean): { group: string; items: Choice[] }[] {
  const { t } = useTranslation();
  const keys = useKeyNames();
  const accounts = usePeople(wanted);
  return useMemo(() => {
    const people = new Map(accounts);
    for (const { actor_id, actor_email } of loaded) if (actor_id && actor_email) people.set(actor_id, actor_email);
    const choices = (names: ReadonlyMap<string, string>) =>
      [...names].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label));
    const others = [{ value: NOBODY, label: t('audit.noActor') }];
    if (chosen && chosen !== NOBODY && !people.has(chosen) && !keys.has(chosen)) others.push({ value: chosen, label: t('audit.unnamed', { id: shortId(chosen) }) });
    return [
      { group: t('audit.people'), items: choices(people) },
      { group: t('audit.keys'), items: choices(keys) },
      { group: t('audit.others'), items: others },
    ].filter(({ items }) => items.length > 0);
  }, [accounts, keys, loaded, chosen, t]);
}
