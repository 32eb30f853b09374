import { Drawer, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { CopyText, Fields, tableClasses } from '@/ui';
import { changesBetween } from '../hooks/changes';
import type { AuditEntry } from '../types';
import { ActorName } from './ActorName';
import classes from './Audit.module.css';

/** One entry, with what it changed. Closed while `entry` is null. */
export function AuditDrawer({ entry, onClose }: { entry: AuditEntry | null; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer opened={entry !== null} onClose={onClose} size={560} title={<Text fw={650}>{t('audit.drawer')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {entry && <Details entry={entry} />}
    </Drawer>
  );
}

function Details({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const changes = changesBetween(entry.changes?.before, entry.changes?.after);
  return (
    <Stack gap="lg">
      <Fields
        fields={[
          { label: t('audit.action'), value: entry.action },
          { label: t('audit.status'), value: t(`audit.state.${entry.status}`) },
          { label: t('audit.actor'), value: <ActorName entry={entry} /> },
          { label: t('audit.time'), value: format.fullTime(entry.timestamp) },
          { label: t('audit.resource'), value: [entry.resource_type, entry.resource_id].filter(Boolean).join(' · ') || '–', wide: true },
          { label: t('audit.address'), value: entry.ip_address },
          { label: t('audit.agent'), value: entry.user_agent, wide: true },
          { label: t('interactions.id'), value: <CopyText text={entry.id} />, wide: true },
        ]}
      />
      <section>
        <Title order={2} fz={13} mb="xs">
          {t('audit.changes')}
        </Title>
        {changes.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('audit.noChanges')}
          </Text>
        ) : (
          <Table className={`${tableClasses.table} ${classes.diff}`} layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('audit.field')}</Table.Th>
                <Table.Th>{t('audit.before')}</Table.Th>
                <Table.Th>{t('audit.after')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changes.map((change) => (
                <Table.Tr key={change.field}>
                  <Table.Td>{change.field}</Table.Td>
                  <Table.Td>{change.before !== null && <del className={classes.before}>{change.before}</del>}</Table.Td>
                  <Table.Td>{change.after !== null && <ins className={classes.after}>{change.after}</ins>}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </section>
    </Stack>
  );
}
