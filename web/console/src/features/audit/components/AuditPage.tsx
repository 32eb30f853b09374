import { Button, Stack, Text } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortId, useFormat } from '@/format';
import { Card, type Column, DataTable, Empty, ListState, More, Page, tableClasses, Tag } from '@/ui';
import { EVERYTHING_CHANGED, filterOf, searchOf } from '../hooks/filter';
import { useActions, useAudit } from '../hooks/useAudit';
import type { AuditEntry, Filter } from '../types';
import { ActorName } from './ActorName';
import { AuditDrawer } from './AuditDrawer';
import { FilterBar } from './FilterBar';

export function AuditPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const filter = filterOf(useSearch({ from: '/shell/audit' }));
  const navigate = useNavigate();
  const show = (next: Filter) => void navigate({ to: '/audit', search: searchOf(next), replace: true });
  const actions = useActions();
  const query = useAudit(filter);
  const [chosen, setChosen] = useState<AuditEntry | null>(null);
  const entries = query.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<AuditEntry>[] = [
    {
      header: t('audit.time'),
      as: 'number',
      cell: (entry) => (
        <button type="button" className={tableClasses.plain} aria-label={t('audit.open', { action: entry.action })}>
          {format.shortTime(entry.timestamp)}
        </button>
      ),
    },
    { header: t('audit.actor'), cell: (entry) => <ActorName entry={entry} /> },
    { header: t('audit.action'), as: 'title', cell: (entry) => entry.action },
    {
      header: t('audit.resource'),
      cell: (entry) => (
        <>
          {entry.resource_type ?? '–'} {entry.resource_id && <span className={tableClasses.muted}>{shortId(entry.resource_id)}</span>}
        </>
      ),
    },
    { header: t('audit.address'), cell: (entry) => entry.ip_address ?? '–' },
    {
      header: t('audit.status'),
      cell: (entry) => <Tag tone={entry.status === 'success' ? 'neutral' : 'red'}>{t(`audit.state.${entry.status}`)}</Tag>,
    },
  ];
  const everything: Filter = { ...EVERYTHING_CHANGED, kind: 'all' };
  const nothing =
    Object.keys(searchOf(filter)).length === 1 && filter.kind === 'all' ? (
      <Empty icon={<IconClipboardList size={26} />} title={t('audit.empty')} lead={t('audit.emptyLead')} />
    ) : (
      <Stack align="center" gap="xs" py="xl">
        <Text c="dimmed" size="sm">
          {t('audit.noMatch')}
        </Text>
        <Button size="xs" variant="default" onClick={() => show(everything)}>
          {t('audit.showAll')}
        </Button>
      </Stack>
    );
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <Card>
        <FilterBar filter={filter} onChange={show} actions={actions} loaded={entries} />
        <ListState query={query} empty={entries.length === 0} whenEmpty={nothing}>
          <DataTable columns={columns} rows={entries} onOpen={setChosen} />
          <More query={query} />
        </ListState>
      </Card>
      <AuditDrawer
        entry={chosen}
        look={(actions.find(({ action }) => action === chosen?.action)?.kind ?? filter.kind) === 'look'}
        onClose={() => setChosen(null)}
        onFilter={(part) => {
          setChosen(null);
          show({ ...everything, ...part });
        }}
      />
    </Page>
  );
}
