import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { Card, CardHead, type Column, DataTable, ListState } from '@/ui';
import { byDay, type Day, totals } from '../hooks/byDay';
import { PREVIEW_DAYS, usePreview } from '../hooks/useRetention';
import { DayBars } from './DayBars';
import classes from './Retention.module.css';

type Row = Day & { id: string };

/** What will go in the next days, as bars; the numbers behind them below. */
export function PreviewCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const query = usePreview();
  const items = query.data?.items ?? [];
  const days = byDay(items, new Date().toISOString().slice(0, 10), PREVIEW_DAYS);
  const sum = totals(items);
  const rows = days.filter((day) => day.delete + day.archive + day.held > 0).map((day): Row => ({ ...day, id: day.day }));
  const columns: Column<Row>[] = [
    { header: t('retention.day'), as: 'title', cell: ({ day }) => format.day(day) },
    { header: t('retention.due.delete'), as: 'number', cell: (day) => format.number(day.delete) },
    { header: t('retention.due.archive'), as: 'number', cell: (day) => format.number(day.archive) },
    { header: t('retention.due.held'), as: 'number', cell: (day) => format.number(day.held) },
  ];
  return (
    <Card>
      <CardHead title={t('retention.previewTitle', { count: PREVIEW_DAYS })} lead={t('retention.previewLead')} />
      <ListState query={query} empty={rows.length === 0} whenEmpty={<Text size="sm" p="md">{t('retention.previewEmpty')}</Text>}>
        <div className={classes.chart}>
          <DayBars days={days} />
          <ul className={classes.legend}>
            {(['delete', 'archive', 'held'] as const).map((kind) => (
              <li key={kind} data-kind={kind}>
                {t(`retention.due.${kind}`)}: <strong>{format.number(sum[kind])}</strong>
              </li>
            ))}
          </ul>
        </div>
        <details className={classes.numbers}>
          <summary>{t('retention.numbers')}</summary>
          <DataTable columns={columns} rows={rows} />
        </details>
      </ListState>
    </Card>
  );
}
