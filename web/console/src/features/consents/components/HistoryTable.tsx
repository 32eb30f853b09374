import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shortId } from '@/format';
import { type Column, DataTable, Tag, When } from '@/ui';
import type { Consent } from '../types';

/** Every entry, the newest first. None is ever changed. */
export function HistoryTable({ entries }: { entries: readonly Consent[] }) {
  const { t } = useTranslation();
  const columns: Column<Consent>[] = [
    { header: t('consents.when'), as: 'number', cell: (it) => <When at={it.happened_at} /> },
    { header: t('consents.purpose'), as: 'title', cell: (it) => it.purpose },
    { header: t('consents.what'), cell: (it) => <Tag tone={it.action === 'given' ? 'green' : 'amber'}>{t(`consents.${it.action}`)}</Tag> },
    {
      header: t('consents.text'),
      cell: (it) => (
        <>
          {it.text_version ?? (it.text_sha256 ? '' : '–')}
          {it.text_sha256 && (
            <Text component="span" size="xs" c="dimmed" ff="monospace" title={it.text_sha256}>
              {' '}
              {shortId(it.text_sha256)}
            </Text>
          )}
        </>
      ),
    },
    { header: t('consents.how'), cell: (it) => t(`consents.method.${it.method}`) },
    { header: t('consents.note'), cell: (it) => it.note ?? '–' },
    { header: t('consents.recorded'), as: 'number', cell: (it) => <When at={it.recorded_at} /> },
  ];
  return <DataTable columns={columns} rows={entries} />;
}
