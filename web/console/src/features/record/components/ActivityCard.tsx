import { Code } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card, type Column, DataTable, Fields } from '@/ui';
import type { Activity } from '../types';
import classes from './Record.module.css';

type Row = Activity['tables'][number] & { id: string };

/** One activity: purpose, people, data, legal basis and time limit; where it is held below. */
export function ActivityCard({ activity }: { activity: Activity }) {
  const { t } = useTranslation();
  const columns: Column<Row>[] = [
    { header: t('record.table'), as: 'title', cell: (it) => <Code>{it.name}</Code> },
    { header: t('record.kept'), cell: (it) => it.kept },
    { header: t('record.erased'), cell: (it) => it.erased },
    { header: t('record.sealed'), cell: (it) => it.sealed.join(', ') || '–' },
  ];
  return (
    <Card className={classes.activity}>
      <h2 className={classes.name}>{activity.name}</h2>
      <div className={classes.part}>
        <Fields
          fields={[
            { label: t('record.purpose'), value: activity.purpose, wide: true },
            { label: t('record.subjects'), value: activity.data_subjects },
            { label: t('record.categories'), value: activity.data_categories },
            { label: t('record.basis'), value: activity.legal_basis },
            { label: t('record.kept'), value: activity.kept },
          ]}
        />
      </div>
      <details className={classes.tables}>
        <summary>{t('record.tables', { count: activity.tables.length })}</summary>
        <DataTable columns={columns} rows={activity.tables.map((it) => ({ ...it, id: it.name }))} />
      </details>
    </Card>
  );
}
