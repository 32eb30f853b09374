import { IconClipboardList } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortId, useFormat } from '@/format';
import { Card, type Column, DataTable, Empty, ListState, More, Page, tableClasses, Tag } from '@/ui';
import { useAudit } from '../hooks/useAudit';
import type { AuditEntry } from '../types';
import { ActorName } from './ActorName';
import { AuditDrawer } from './AuditDrawer';

export function AuditPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useAudit();
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
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <Card>
        <ListState query={query} empty={entries.length === 0} whenEmpty={<Empty icon={<IconClipboardList size={26} />} title={t('audit.empty')} lead={t('audit.emptyLead')} />}>
          <DataTable columns={columns} rows={entries} onOpen={setChosen} />
          <More query={query} />
        </ListState>
      </Card>
      <AuditDrawer entry={chosen} onClose={() => setChosen(null)} />
    </Page>
  );
}
