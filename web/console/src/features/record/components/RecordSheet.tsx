import { Alert, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inOwnWords } from '@/errors';
import { useFormat } from '@/format';
import { Card, CardHead, type Column, DataTable, Fields, Tag, useDataClassLabel, When } from '@/ui';
import type { ProcessingRecord, Recipient } from '../types';
import { ActivityCard } from './ActivityCard';
import classes from './Record.module.css';

type Row<T> = T & { id: string };

/** The record itself. What is said in it comes from the server as it is, in English. */
export function RecordSheet({ record }: { record: ProcessingRecord }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kindOf = useDataClassLabel();
  const { controller } = record;
  const none = <span className={classes.none}>{t('record.notSaid')}</span>;
  const recipients: Column<Row<Recipient>>[] = [
    { header: t('record.host'), as: 'title', cell: (it) => it.host },
    { header: t('record.provider'), cell: (it) => `${it.provider} · ${it.purpose}` },
    { header: t('record.region'), cell: (it) => <>{it.region ?? none} {it.outside_region && <Tag tone="amber">{t('record.outside')}</Tag>}</> },
    { header: t('record.agreement'), cell: (it) => it.agreement ?? none },
    { header: t('record.uses'), as: 'number', cell: (it) => format.number(it.uses) },
    { header: t('record.lastSeen'), as: 'number', cell: (it) => <When at={it.last_seen} /> },
  ];
  const places: Column<Row<ProcessingRecord['places'][number]>>[] = [
    { header: t('record.place'), as: 'title', cell: (it) => it.place },
    { header: t('record.holds'), cell: (it) => it.holds },
    { header: t('record.kept'), cell: (it) => it.kept },
    { header: t('record.erased'), cell: (it) => it.erased },
  ];
  const retention: Column<Row<ProcessingRecord['retention'][number]>>[] = [
    { header: t('record.data'), as: 'title', cell: (it) => kindOf(it.data_class) },
    { header: t('record.kept'), cell: (it) => it.retention },
    { header: t('record.source'), cell: (it) => t(`retention.from.${it.source}`) },
  ];
  return (
    <Stack className={classes.sheet}>
      {record.missing.length > 0 && (
        <Alert color="yellow" title={t('record.missing', { count: record.missing.length })}>
          <List size="sm" spacing={4}>
            {record.missing.map((each) => (
              <List.Item key={each}>{inOwnWords(each)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Card>
        <CardHead title={t('record.controller')} lead={t('record.generated', { time: format.fullTime(record.generated_at), profile: record.profile, region: record.region })} />
        <div className={classes.part}>
          <Fields
            fields={[
              { label: t('record.name'), value: controller.name ?? none },
              { label: t('record.contact'), value: controller.contact ?? none },
              { label: t('record.representative'), value: controller.representative ?? none },
              { label: t('record.officer'), value: controller.data_protection_officer ?? none },
            ]}
          />
        </div>
      </Card>
      <section className={classes.activities} aria-label={t('record.activities')}>
        {record.activities.map((activity) => (
          <ActivityCard key={activity.data_class} activity={activity} />
        ))}
      </section>
      <Card>
        <CardHead title={t('record.recipients')} lead={t('record.recipientsLead')} />
        {record.recipients.length === 0 ? <Text size="sm" px="md" pb="md">{t('record.noRecipients')}</Text> : <DataTable columns={recipients} rows={record.recipients.map((it) => ({ ...it, id: `${it.host} ${it.provider} ${it.purpose}` }))} />}
      </Card>
      <Card>
        <CardHead title={t('record.places')} lead={t('record.placesLead')} />
        <DataTable columns={places} rows={record.places.map((it) => ({ ...it, id: it.place }))} />
      </Card>
      <Card>
        <CardHead title={t('record.retention')} lead={t('record.retentionLead')} />
        <DataTable columns={retention} rows={record.retention.map((it) => ({ ...it, id: it.data_class }))} />
      </Card>
      <Card>
        <CardHead title={t('record.measures')} lead={t('record.measuresLead')} />
        <List size="sm" spacing={6} ps={34} pe="md" pb="md">
          {record.measures.map((each) => (
            <List.Item key={each}>{each}</List.Item>
          ))}
        </List>
      </Card>
    </Stack>
  );
}
