import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { Card, CardHead, type Column, DataTable, ListState, Tag, useDataClassLabel } from '@/ui';
import { termOf } from '../api/term';
import { useRetention } from '../hooks/useRetention';
import type { RetentionValue } from '../types';

type Row = RetentionValue & { id: string };

function useTerm() {
  const { t } = useTranslation();
  const days = (count: number) => t('retention.days', { count });
  return (value: RetentionValue) => {
    if (value.days !== null) return days(value.days);
    const term = termOf(value.retention);
    if (term === null) return value.retention;
    switch (term.kind) {
      case 'idle':
        return t('retention.term.idle', { days: days(term.days) });
      case 'after': {
        const event = t(`retention.term.after.${term.event}`);
        return term.days === 0 ? t('retention.term.until', { event }) : t('retention.term.later', { event, days: days(term.days) });
      }
      default:
        return t(`retention.term.${term.kind}`);
    }
  };
}

export function ValuesCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useDataClassLabel();
  const term = useTerm();
  const query = useRetention();
  const data = query.data;
  const rows = data?.values.map((value): Row => ({ ...value, id: value.data_class })) ?? [];
  const columns: Column<Row>[] = [
    { header: t('retention.data'), as: 'title', cell: (row) => label(row.data_class) },
    { header: t('retention.kept'), cell: term },
    { header: t('retention.source'), cell: (row) => <Tag tone={row.source === 'setting' ? 'blue' : 'neutral'}>{t(`retention.from.${row.source}`)}</Tag> },
    { header: t('retention.enforced'), cell: (row) => (row.enforced ? t('common.yes') : t('common.no')) },
  ];
  const last = data?.last_run;
  return (
    <Card>
      <CardHead title={t('retention.valuesTitle')} lead={data ? t('retention.valuesLead', { profile: data.profile }) : t('app.loading')} />
      <ListState query={query} empty={false} whenEmpty={null}>
        <DataTable columns={columns} rows={rows} isMuted={(row) => row.days === null && !row.enforced} />
        <Text size="sm" c="dimmed" p="md" pt="xs">
          {last ? t('retention.lastRun', { time: format.fullTime(last.ended_at ?? last.started_at), rows: format.number(last.interactions), held: format.number(last.held) }) : t('retention.noRun')}{' '}
          {data && t('retention.nextRun', { time: format.fullTime(data.next_run) })}{' '}
          {data && data.archive_after_days !== null && t('retention.archive', { count: data.archive_after_days })}
        </Text>
      </ListState>
    </Card>
  );
}
