import { Button, Drawer, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { CopyText, Fields, tableClasses } from '@/ui';
import { changesBetween } from '../hooks/changes';
import type { AuditEntry, Filter } from '../types';
import { ActorName } from './ActorName';
import classes from './Audit.module.css';

interface Props {
  entry: AuditEntry | null;
  /** Whether it changed nothing: what it holds is then what was asked for. */
  look: boolean;
  onClose: () => void;
  onFilter: (part: Partial<Filter>) => void;
}

/** One entry, with what it changed, and the way to others like it. Closed while `entry` is null. */
export function AuditDrawer({ entry, look, onClose, onFilter }: Props) {
  const { t } = useTranslation();
  return (
    <Drawer opened={entry !== null} onClose={onClose} size={560} title={<Text fw={650}>{t('audit.drawer')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {entry && <Details entry={entry} look={look} onFilter={onFilter} />}
    </Drawer>
  );
}

function Details({ entry, look, onFilter }: Omit<Props, 'entry' | 'onClose'> & { entry: AuditEntry }) {
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
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => onFilter({ actor: entry.actor_id ?? 'none' })}>
          {t(entry.actor_id ? 'audit.sameActor' : 'audit.sameNobody')}
        </Button>
        <Button size="xs" variant="default" onClick={() => onFilter({ action: entry.action })}>
          {t('audit.sameAction')}
        </Button>
      </Group>
      <section>
        <Title order={2} fz={13} mb="xs">
          {t(look && changes.length > 0 ? 'audit.asked' : 'audit.changes')}
        </Title>
        {changes.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t(look ? 'audit.noChanges' : 'audit.noValues')}
          </Text>
        ) : (
          <Table className={`${tableClasses.table} ${classes.diff}`} layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('audit.field')}</Table.Th>
                {!look && <Table.Th>{t('audit.before')}</Table.Th>}
                <Table.Th>{t(look ? 'audit.value' : 'audit.after')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changes.map((change) => (
                <Table.Tr key={change.field}>
                  <Table.Td>{change.field}</Table.Td>
                  {!look && <Table.Td>{change.before !== null && <del className={classes.before}>{change.before}</del>}</Table.Td>}
                  <Table.Td>{look ? change.after : change.after !== null && <ins className={classes.after}>{change.after}</ins>}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </section>
    </Stack>
  );
}
