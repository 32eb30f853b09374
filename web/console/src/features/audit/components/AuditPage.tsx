import { Table } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortId, useFormat } from '@/format';
import { Card, Empty, ListState, More, Page, tableClasses, Tag } from '@/ui';
import { useAudit } from '../hooks/useAudit';
import type { AuditEntry } from '../types';
import { AuditDrawer } from './AuditDrawer';

const GOOD = /^(success|succeeded|ok)$/i;

export function AuditPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useAudit();
  const [chosen, setChosen] = useState<AuditEntry | null>(null);
  const entries = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <Card>
        <ListState query={query} empty={entries.length === 0} whenEmpty={<Empty icon={<IconClipboardList size={26} />} title={t('audit.empty')} lead={t('audit.emptyLead')} />}>
          <Table.ScrollContainer minWidth={760}>
            <Table className={tableClasses.table}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('audit.time')}</Table.Th>
                  <Table.Th>{t('audit.actor')}</Table.Th>
                  <Table.Th>{t('audit.action')}</Table.Th>
                  <Table.Th>{t('audit.resource')}</Table.Th>
                  <Table.Th>{t('audit.address')}</Table.Th>
                  <Table.Th>{t('audit.status')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {entries.map((entry) => (
                  <Table.Tr key={entry.id} className={tableClasses.row} onClick={() => setChosen(entry)}>
                    <Table.Td>
                      <button type="button" className={`${tableClasses.plain} ${tableClasses.nowrap}`} aria-label={t('audit.open', { action: entry.action })}>
                        {format.shortTime(entry.timestamp)}
                      </button>
                    </Table.Td>
                    <Table.Td className={tableClasses.cut}>{entry.actor_email ?? t('audit.system')}</Table.Td>
                    <Table.Td fw={600} className={tableClasses.nowrap}>{entry.action}</Table.Td>
                    <Table.Td className={tableClasses.nowrap}>
                      {entry.resource_type ?? '–'} {entry.resource_id && <span className={tableClasses.muted}>{shortId(entry.resource_id)}</span>}
                    </Table.Td>
                    <Table.Td>{entry.ip_address ?? '–'}</Table.Td>
                    <Table.Td><Tag tone={GOOD.test(entry.status) ? 'neutral' : 'red'}>{entry.status}</Tag></Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <More query={query} />
        </ListState>
      </Card>
      <AuditDrawer entry={chosen} onClose={() => setChosen(null)} />
    </Page>
  );
}
