import { Button, Code, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { useFormat } from '@/format';
import { Card, type Column, Confirm, DataTable, Empty, ListState, More, Page, Tag, useNow } from '@/ui';
import { useApiKeys, useRevokeApiKey } from '../hooks/useApiKeys';
import { stateOf } from '../hooks/stateOf';
import type { ApiKey } from '../types';
import { NewKeyModal } from './NewKeyModal';

export function ApiKeysPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const admin = useIsAdmin();
  const query = useApiKeys();
  const revoke = useRevokeApiKey();
  const now = useNow();
  const [creating, { open, close }] = useDisclosure();
  const [chosen, setChosen] = useState<ApiKey | null>(null);
  const keys = query.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<ApiKey>[] = [
    { header: t('common.name'), as: 'title', cell: (key) => key.name },
    { header: t('apiKeys.prefix'), cell: (key) => <Code>{key.prefix}…</Code> },
    {
      header: t('apiKeys.scopes'),
      cell: (key) => (
        <Group gap={4}>
          {key.scopes.map((scope) => (
            <Tag key={scope} tone={scope === 'admin' ? 'amber' : 'neutral'}>
              {scope}
            </Tag>
          ))}
        </Group>
      ),
    },
    { header: t('common.created'), as: 'number', cell: (key) => format.shortTime(key.created_at) },
    {
      header: t('apiKeys.lastUsed'),
      as: 'number',
      cell: (key) => (key.last_used_at ? format.shortTime(key.last_used_at) : t('common.never')),
    },
    {
      header: t('apiKeys.state'),
      cell: (key) => {
        const state = stateOf(key, now);
        return (
          <Tag tone={state === 'active' ? 'green' : 'neutral'} dot>
            {t(`apiKeys.${state}`)}
          </Tag>
        );
      },
    },
    {
      header: t('common.actions'),
      as: 'actions',
      cell: (key) =>
        admin &&
        !key.revoked_at && (
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => setChosen(key)} aria-label={`${t('apiKeys.revoke')}: ${key.name}`}>
            {t('apiKeys.revoke')}
          </Button>
        ),
    },
  ];
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {t('apiKeys.add')}
    </Button>
  );
  return (
    <Page title={t('apiKeys.title')} lead={admin ? t('apiKeys.lead') : t('common.readOnly')} actions={admin && add}>
      <Card>
        <ListState query={query} empty={keys.length === 0} whenEmpty={<Empty icon={<IconKey size={26} />} title={t('apiKeys.empty')} lead={t(admin ? 'apiKeys.emptyLead' : 'apiKeys.emptyViewer')}>{admin && add}</Empty>}>
          <DataTable columns={columns} rows={keys} isMuted={(key) => stateOf(key, now) !== 'active'} />
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
