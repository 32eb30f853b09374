import { Alert, Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, CardHead, type Column, DataTable, ListState, More, Tag, When } from '@/ui';
import { isCutOff, standing } from '../hooks/standing';
import { useConsents } from '../hooks/useConsents';
import type { Consent } from '../types';
import { ConsentModal } from './ConsentModal';
import classes from './Consents.module.css';
import { HistoryTable } from './HistoryTable';

/** What is asked of the form: to give or to withdraw, and for which purpose; null for one to be named. */
export interface Asked {
  action: 'given' | 'withdrawn';
  purpose: string | null;
}

/** A person's consents by purpose, and all that happened to them. `person`: an id, or `me`. */
export function ConsentsCard({ person }: { person: string }) {
  const { t } = useTranslation();
  const query = useConsents(person);
  const [asked, setAsked] = useState<Asked | null>(null);
  const entries = query.data?.pages.flatMap((page) => page.items) ?? [];
  const now = standing(entries);
  const self = person === 'me';
  const columns: Column<Consent>[] = [
    {
      header: t('consents.purpose'),
      as: 'title',
      cell: ({ purpose }) => (
        <>
          {purpose}
          {purpose === 'model_processing' && (
            <Text size="xs" c="dimmed" fw={400}>
              {t('consents.modelProcessing')}
            </Text>
          )}
        </>
      ),
    },
    {
      header: t('consents.holds'),
      cell: ({ in_force }) => (
        <Tag tone={in_force ? 'green' : 'neutral'} dot>
          {t(in_force ? 'consents.inForce' : 'consents.withdrawn')}
        </Tag>
      ),
    },
    { header: t('consents.since'), as: 'number', cell: ({ happened_at }) => <When at={happened_at} /> },
    { header: t('consents.text'), cell: ({ text_version }) => text_version ?? '–' },
    {
      header: t('common.actions'),
      as: 'actions',
      cell: ({ purpose, in_force }) => (
        <Button size="compact-sm" variant="subtle" {...(in_force ? { color: 'red' } : {})} onClick={() => setAsked({ action: in_force ? 'withdrawn' : 'given', purpose })} aria-label={`${t(in_force ? 'consents.withdraw' : 'consents.giveAgain')}: ${purpose}`}>
          {t(in_force ? 'consents.withdraw' : 'consents.giveAgain')}
        </Button>
      ),
    },
  ];
  return (
    <Card>
      <CardHead
        title={t(self ? 'consents.mine' : 'consents.byPurpose')}
        lead={t('consents.byPurposeLead')}
        actions={
          <Button size="xs" variant={self ? 'default' : 'filled'} leftSection={<IconPlus size={15} />} onClick={() => setAsked({ action: 'given', purpose: null })}>
            {t('consents.give')}
          </Button>
        }
      />
      {isCutOff(entries) && (
        <Alert color="yellow" mx="md" mb="md">
          {t(self ? 'consents.cutOffMe' : 'consents.cutOff')}
        </Alert>
      )}
      <ListState query={query} empty={entries.length === 0} whenEmpty={<Text size="sm" px="md" pb="md">{t('consents.none')}</Text>}>
        <DataTable columns={columns} rows={now} isMuted={({ in_force }) => !in_force} />
        <details className={classes.history}>
          <summary>{t('consents.history', { count: entries.length })}</summary>
          <HistoryTable entries={entries} />
        </details>
        <More query={query} />
      </ListState>
      {asked && <ConsentModal person={person} asked={asked} purposes={now.map(({ purpose }) => purpose)} onClose={() => setAsked(null)} />}
    </Card>
  );
}
