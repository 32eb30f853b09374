import { Alert, Button, Text } from '@mantine/core';
import { IconCalculator } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { humanise, useFormat } from '@/format';
import { Card, CardHead, type Column, DataTable, useFindingLabel, When } from '@/ui';
import { useMove } from '../hooks/useIncidents';
import type { Assessment, Incident } from '../types';
import { Incompleteness } from './Incompleteness';
import classes from './Incidents.module.css';
import { PeopleList } from './PeopleList';

/** Whom and what it concerns, as Avow's own records say. */
export function AssessmentCard({ incident, onEdit }: { incident: Incident; onEdit: () => void }) {
  const { t } = useTranslation();
  const count = useMove(incident.id);
  const [asked, setAsked] = useState(false);
  const seen = incident.assessment;
  // Without a beginning the server refuses to count.
  const button = !incident.possible.includes('assess') ? null : incident.from === null ? (
    <Button size="xs" onClick={onEdit}>
      {t('incidents.sayWhen')}
    </Button>
  ) : (
    <Button size="xs" variant={seen ? 'default' : 'filled'} leftSection={<IconCalculator size={15} />} loading={count.isPending} onClick={() => count.mutate('assess')}>
      {t(seen ? 'incidents.countAgain' : 'incidents.count')}
    </Button>
  );
  return (
    <Card>
      <CardHead title={t('incidents.assessmentTitle')} lead={t(seen ? 'incidents.assessmentLead' : incident.from === null ? 'incidents.noBeginning' : 'incidents.noAssessment')} actions={button} />
      {seen && <Counts seen={seen} />}
      {seen && (
        <div className={classes.part}>
          {asked ? (
            <PeopleList id={incident.id} />
          ) : (
            <Button size="xs" variant="light" onClick={() => setAsked(true)}>
              {t('incidents.showPeople')}
            </Button>
          )}
          {!asked && (
            <Text size="xs" c="dimmed" mt={6}>
              {t('incidents.peopleAudited')}
            </Text>
          )}
        </div>
      )}
    </Card>
  );
}

function Counts({ seen }: { seen: Assessment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useFindingLabel();
  const figures = [
    [t('incidents.people'), seen.people],
    [t('incidents.interactions'), seen.interactions],
    [t('incidents.withoutAccount'), seen.interactions_without_account],
    [t('incidents.apiKeys'), seen.api_keys],
    ...Object.entries(seen.records).map(([name, records]) => [humanise(name), records] as const),
  ] as const;
  type Row = Assessment['findings'][number] & { id: string };
  const columns: Column<Row>[] = [
    { header: t('incidents.type'), as: 'title', cell: (row) => label(row.type) },
    { header: t('incidents.unmasked'), as: 'number', cell: (row) => <strong>{format.number(row.left_unmasked)}</strong> },
    { header: t('incidents.masked'), as: 'number', cell: (row) => format.number(row.left_masked) },
    { header: t('incidents.stayed'), as: 'number', cell: (row) => format.number(row.stayed) },
    { header: t('incidents.inAnswers'), as: 'number', cell: (row) => format.number(row.in_answers) },
  ];
  return (
    <>
      <dl className={classes.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      <Text size="xs" c="dimmed" px="md" pb="sm">
        {t('incidents.countedOver', { from: format.fullTime(seen.from), to: format.fullTime(seen.to) })} · {t('incidents.counted')} <When at={seen.assessed_at} />
      </Text>
      {!seen.complete && (
        <Alert color="yellow" mx="md" mb="md" title={t('incidents.incomplete')}>
          <Incompleteness about={seen.completeness} />
        </Alert>
      )}
      {seen.interactions_without_account > 0 && (
        <Alert color="yellow" mx="md" mb="md">
          {t('incidents.behindBots')}
        </Alert>
      )}
      {seen.findings.length > 0 && <DataTable columns={columns} rows={seen.findings.map((row) => ({ ...row, id: row.type }))} />}
      {seen.recipients.length > 0 && (
        <div className={classes.part}>
          <Text size="sm" fw={600} mb={4}>
            {t('incidents.recipients')}
          </Text>
          {seen.recipients.map((each) => (
            <Text size="sm" key={`${each.purpose} ${each.provider} ${each.host} ${each.region}`}>
              {each.provider} {each.host && <span className={classes.unknown}>{each.host}</span>} · {each.region ?? t('incidents.undeclared')} · {t('incidents.uses', { count: each.interactions })}
            </Text>
          ))}
        </div>
      )}
    </>
  );
}
