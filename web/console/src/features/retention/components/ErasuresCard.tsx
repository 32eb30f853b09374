import { Drawer, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Erasure, ErasureReceipt, ErasureTag } from '@/features/my-data';
import { shortId, useFormat } from '@/format';
import { Card, CardHead, type Column, DataTable, ListState, More, tableClasses } from '@/ui';
import { useErasures } from '../hooks/useRetention';

/** Who was erased, as ids and counts: that is all that is left. */
export function ErasuresCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useErasures();
  const [chosen, setChosen] = useState<string | null>(null);
  const erasures = query.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = erasures.find(({ id }) => id === chosen);
  const columns: Column<Erasure>[] = [
    {
      header: t('erasure.requested'),
      as: 'title',
      cell: (erasure) => (
        <button type="button" className={tableClasses.plain} aria-label={t('retention.openErasure', { time: format.fullTime(erasure.requested_at) })}>
          {format.shortTime(erasure.requested_at)}
        </button>
      ),
    },
    { header: t('retention.person'), cell: ({ subject_id }) => <span title={subject_id}>{t('interactions.person', { id: shortId(subject_id) })}</span> },
    { header: t('retention.askedBy'), cell: (erasure) => (erasure.requested_by === erasure.subject_id ? t('retention.themselves') : t('retention.somebodyElse')) },
    { header: t('retention.status'), cell: ({ state }) => <ErasureTag state={state} /> },
    { header: t('erasure.completed'), as: 'number', cell: ({ completed_at }) => (completed_at ? format.shortTime(completed_at) : '–') },
  ];
  return (
    <Card>
      <CardHead title={t('retention.erasuresTitle')} lead={t('retention.erasuresLead')} />
      <ListState query={query} empty={erasures.length === 0} whenEmpty={<Text size="sm" p="md">{t('retention.noErasures')}</Text>}>
        <DataTable columns={columns} rows={erasures} onOpen={({ id }) => setChosen(id)} />
        <More query={query} />
      </ListState>
      <Drawer opened={shown !== undefined} onClose={() => setChosen(null)} size={640} title={<Text fw={650}>{t('myData.receiptTitle')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {shown && <ErasureReceipt erasure={shown} />}
      </Drawer>
    </Card>
  );
}
