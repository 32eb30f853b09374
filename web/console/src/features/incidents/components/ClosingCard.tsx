import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Card, CardHead, When } from '@/ui';
import { gapsOf } from '../hooks/gaps';
import type { Incident } from '../types';
import classes from './Incidents.module.css';

const FIELDS = ['nature', 'likely_consequences', 'measures'] as const;

/** What must be there before an incident can be closed (GDPR Art. 33(5)), done or not. */
export function ClosingCard({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  if (incident.state === 'closed') {
    return (
      <Card p="md">
        {t('incidents.closedOn')} <When at={incident.closed_at} />
      </Card>
    );
  }
  const gaps = gapsOf(incident.lacking);
  const lines = [
    ...FIELDS.map((name) => ({ key: name, done: !gaps.fields.includes(name), words: t(`incidents.field.${name}`) })),
    ...incident.duties.map(({ to }) => ({ key: to, done: !gaps.duties.includes(to), words: t(`incidents.toldOrWaived.${to}`) })),
  ];
  return (
    <Card>
      <CardHead title={t('incidents.closingTitle')} lead={t(incident.lacking.length === 0 ? 'incidents.closingReady' : 'incidents.closingLead')} />
      <ul className={classes.gaps}>
        {lines.map(({ key, done, words }) => (
          <li key={key} data-gap={done ? undefined : key}>
            {done ? <IconCircleCheck size={18} color="var(--avow-green-fg)" role="img" aria-label={t('incidents.there')} /> : <IconCircleDashed size={18} color="var(--avow-muted)" role="img" aria-label={t('incidents.missing')} />}
            {words}
          </li>
        ))}
      </ul>
    </Card>
  );
}
