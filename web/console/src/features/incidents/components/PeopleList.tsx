import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shortId, useFormat } from '@/format';
import { type Column, DataTable, ListState, More } from '@/ui';
import { useAffected } from '../hooks/useIncidents';
import type { Affected } from '../types';

/** Whom it concerns, by name. Mounted when somebody asks: each asking is in the audit log. */
export function PeopleList({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useAffected(id);
  const people = query.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<Affected>[] = [
    { header: t('incidents.person'), as: 'title', cell: (person) => person.email ?? t('incidents.accountGone', { id: shortId(person.id) }) },
    { header: t('incidents.interactions'), as: 'number', cell: (person) => format.number(person.interactions) },
  ];
  return (
    <ListState query={query} empty={people.length === 0} whenEmpty={<Text size="sm">{t('incidents.nobody')}</Text>}>
      <DataTable columns={columns} rows={people} />
      <More query={query} />
    </ListState>
  );
}
