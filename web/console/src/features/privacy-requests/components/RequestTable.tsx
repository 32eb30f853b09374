import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, RowLink, Tag, When } from '@/ui';
import type { PrivacyRequest } from '../types';
import { RequestClock, StateTag } from './RequestTags';

export function RequestTable({ requests }: { requests: readonly PrivacyRequest[] }) {
  const { t } = useTranslation();
  const columns: Column<PrivacyRequest>[] = [
    {
      header: t('requests.who'),
      as: 'title',
      cell: (it) => (
        <>
          <RowLink to="/privacy-requests/$id" params={{ id: it.id }}>
            {it.contact ?? t('requests.erasedContact')}
          </RowLink>
          {it.subject_reference && (
            <Text size="xs" c="dimmed" fw={400}>
              {it.subject_reference}
            </Text>
          )}
        </>
      ),
    },
    { header: t('requests.kindLabel'), cell: (it) => t(`requests.kind.${it.kind}`) },
    { header: t('requests.lawLabel'), cell: (it) => <Tag>{t(`requests.law.${it.law}`)}</Tag> },
    {
      header: t('requests.stateLabel'),
      cell: (it) => (
        <Group gap={6}>
          <StateTag state={it.state} />
          {it.acknowledgement_overdue && <Tag tone="red">{t('requests.acknowledgeLate')}</Tag>}
        </Group>
      ),
    },
    { header: t('requests.answer'), cell: (it) => <RequestClock request={it} /> },
    { header: t('requests.step.received'), as: 'number', cell: (it) => <When at={it.received_at} /> },
  ];
  return <DataTable columns={columns} rows={requests} linked isMuted={(it) => it.state === 'done'} />;
}
