import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKeyNames } from '@/features/api-keys';
import { shortId, useFormat } from '@/format';
import { Card, CardHead, type Field, Fields } from '@/ui';
import type { Incident } from '../types';
import classes from './Incidents.module.css';

const TEXTS = ['nature', 'data_categories', 'people_categories', 'likely_consequences', 'measures', 'steps_for_people', 'contact'] as const;
const LISTS = ['providers', 'models', 'hosts', 'regions', 'routes'] as const;

/** What is known, and what is not yet. */
export function FactsCard({ incident, onEdit }: { incident: Incident; onEdit: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const keys = useKeyNames();
  const unknown = <span className={classes.unknown}>{t('incidents.notKnown')}</span>;
  const scope: Field[] = [
    { label: t('incidents.field.from'), value: incident.from ? format.fullTime(incident.from) : unknown },
    { label: t('incidents.field.to'), value: incident.to ? format.fullTime(incident.to) : t('incidents.goesOn') },
    ...LISTS.filter((name) => incident[name].length > 0).map((name) => ({ label: t(`incidents.field.${name}`), value: incident[name].join(', '), wide: true })),
    ...(incident.api_key_ids.length > 0 ? [{ label: t('incidents.field.api_key_ids'), value: incident.api_key_ids.map((id) => keys.get(id) ?? shortId(id)).join(', '), wide: true }] : []),
    ...(incident.people_about !== null ? [{ label: t('incidents.field.people_about'), value: format.number(incident.people_about) }] : []),
    ...(incident.records_about !== null ? [{ label: t('incidents.field.records_about'), value: format.number(incident.records_about) }] : []),
  ];
  const texts: Field[] = TEXTS.map((name) => ({
    label: t(`incidents.field.${name}`),
    value: incident[name] ? <span className={classes.text}>{incident[name]}</span> : unknown,
    wide: true,
  }));
  return (
    <Card>
      <CardHead
        title={t('incidents.factsTitle')}
        lead={t('incidents.sealedHint')}
        actions={
          incident.possible.includes('change') && (
            <Button size="compact-sm" variant="subtle" onClick={onEdit}>
              {t('common.edit')}
            </Button>
          )
        }
      />
      <div className={classes.part}>
        <Fields fields={texts} />
      </div>
      <div className={classes.part}>
        <Text size="sm" fw={600} mb={8}>
          {t('incidents.scopeTitle')}
        </Text>
        <Fields fields={scope} />
      </div>
    </Card>
  );
}
