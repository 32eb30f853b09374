import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inOwnWords } from '@/errors';
import { useFormat } from '@/format';
import { Card, CopyText, type Column, DataTable, Fields, Tag, type Tone } from '@/ui';
import type { Erasure, StoreAction, StoreReceipt } from '../types';
import { ErasureTag } from './ErasureTag';
import { useStoreLabel } from './useStoreLabel';

const TONE: Record<StoreAction, Tone> = { erased: 'green', unreadable: 'violet', held: 'amber', asked: 'amber', ask: 'blue' };

type Row = StoreReceipt & { id: string };

/** What an erasure came to: where it stands, and what happened in each place. */
export function ErasureReceipt({ erasure }: { erasure: Erasure }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useStoreLabel();
  const rows: Row[] = erasure.stores.map((store) => ({ ...store, id: `${store.store} ${store.action} ${store.detail}` }));
  const columns: Column<Row>[] = [
    { header: t('erasure.store'), as: 'title', cell: ({ store }) => label(store) },
    { header: t('erasure.action'), cell: ({ action }) => <Tag tone={TONE[action]}>{t(`erasure.did.${action}`)}</Tag> },
    { header: t('erasure.rows'), as: 'number', cell: (row) => format.number(row.rows) },
    { header: t('erasure.detail'), cell: ({ detail }) => (detail ? inOwnWords(detail) : '–') },
  ];
  return (
    <Stack>
      <Alert color={erasure.state === 'held' ? 'yellow' : 'pine'} title={<ErasureTag state={erasure.state} />}>
        <Text size="sm">{t(`erasure.means.${erasure.state}`)}</Text>
        <Text size="sm" mt={4} data-message>
          {t('erasure.says', { message: inOwnWords(erasure.message) })}
        </Text>
      </Alert>
      {rows.length > 0 && (
        <Card>
          <DataTable columns={columns} rows={rows} />
        </Card>
      )}
      <Fields
        fields={[
          { label: t('erasure.requested'), value: format.fullTime(erasure.requested_at) },
          ...(erasure.state === 'recoverable' ? [{ label: t('erasure.effective'), value: format.fullTime(erasure.effective_at) }] : []),
          ...(erasure.state === 'held' ? [{ label: t('erasure.heldUntil'), value: erasure.held_until ? format.day(erasure.held_until) : t('erasure.openEnd') }] : []),
          ...(erasure.completed_at ? [{ label: t('erasure.completed'), value: format.fullTime(erasure.completed_at) }] : []),
          // A hold may last longer than the time in which it would have to be done.
          ...(erasure.state === 'pending' || erasure.state === 'recoverable' ? [{ label: t('erasure.due'), value: format.fullTime(erasure.due_at) }] : []),
          { label: t('erasure.id'), value: <CopyText text={erasure.id} />, wide: true },
        ]}
      />
    </Stack>
  );
}
