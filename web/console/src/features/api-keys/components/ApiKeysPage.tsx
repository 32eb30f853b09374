import { Button, Code, Group, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { useFormat } from '@/format';
import { Card, Confirm, Empty, ListState, More, Page, tableClasses, Tag } from '@/ui';
import { useApiKeys, useRevokeApiKey } from '../hooks/useApiKeys';
import type { ApiKey } from '../types';
import { NewKeyModal } from './NewKeyModal';

export function ApiKeysPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const admin = useIsAdmin();
  const query = useApiKeys();
  const revoke = useRevokeApiKey();
  const [creating, { open, close }] = useDisclosure();
  const [chosen, setChosen] = useState<ApiKey | null>(null);
  const keys = query.data?.pages.flatMap((page) => page.items) ?? [];
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {t('apiKeys.add')}
    </Button>
  );
  return (
    <Page title={t('apiKeys.title')} lead={admin ? t('apiKeys.lead') : t('common.readOnly')} actions={admin && add}>
      <Card>
        <ListState query={query} empty={keys.length === 0} whenEmpty={<Empty icon={<IconKey size={26} />} title={t('apiKeys.empty')} lead={t('apiKeys.emptyLead')}>{admin && add}</Empty>}>
          <Table.ScrollContainer minWidth={720}>
            <Table className={tableClasses.table}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('common.name')}</Table.Th>
                  <Table.Th>{t('apiKeys.prefix')}</Table.Th>
                  <Table.Th>{t('apiKeys.scopes')}</Table.Th>
                  <Table.Th>{t('common.created')}</Table.Th>
                  <Table.Th>{t('apiKeys.lastUsed')}</Table.Th>
                  <Table.Th>{t('apiKeys.state')}</Table.Th>
                  <Table.Th aria-label={t('common.actions')} />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {keys.map((key) => (
                  <Table.Tr key={key.id}>
                    <Table.Td fw={600}>{key.name}</Table.Td>
                    <Table.Td><Code>{key.prefix}…</Code></Table.Td>
                    <Table.Td>
                      <Group gap={4}>
                        {key.scopes.map((scope) => (
                          <Tag key={scope} tone={scope === 'admin' ? 'amber' : 'neutral'}>{scope}</Tag>
                        ))}
                      </Group>
                    </Table.Td>
                    <Table.Td className={tableClasses.nowrap}>{format.shortTime(key.created_at)}</Table.Td>
                    <Table.Td className={tableClasses.nowrap}>{key.last_used_at ? format.shortTime(key.last_used_at) : t('common.never')}</Table.Td>
                    <Table.Td><Tag tone={key.revoked_at ? 'neutral' : 'green'} dot>{t(key.revoked_at ? 'apiKeys.revoked' : 'apiKeys.active')}</Tag></Table.Td>
                    <Table.Td ta="right">
                      {admin && !key.revoked_at && (
                        <Button size="compact-sm" variant="subtle" color="red" onClick={() => setChosen(key)} aria-label={`${t('apiKeys.revoke')}: ${key.name}`}>
                          {t('apiKeys.revoke')}
                        </Button>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <More query={query} />
        </ListState>
      </Card>
      <NewKeyModal opened={creating} onClose={close} />
      <Confirm
        opened={chosen !== null}
        title={t('apiKeys.revokeTitle')}
        lead={t('apiKeys.revokeLead', { name: chosen?.name ?? '' })}
        confirm={t('apiKeys.revoke')}
        busy={revoke.isPending}
        onClose={() => setChosen(null)}
        onConfirm={() => chosen && revoke.mutate(chosen.id, { onSuccess: () => setChosen(null) })}
      />
    </Page>
  );
}
