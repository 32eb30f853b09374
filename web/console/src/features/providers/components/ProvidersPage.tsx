import { ActionIcon, Button, Code } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPlugConnected, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { useFormat } from '@/format';
import { Card, type Column, Confirm, DataTable, Empty, ListState, More, Page, Tag } from '@/ui';
import { useProviders, useRemoveProvider } from '../hooks/useProviders';
import type { Provider } from '../types';
import { NewProviderModal } from './NewProviderModal';

export function ProvidersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const admin = useIsAdmin();
  const query = useProviders();
  const remove = useRemoveProvider();
  const [adding, { open, close }] = useDisclosure();
  const [chosen, setChosen] = useState<Provider | null>(null);
  const providers = query.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<Provider>[] = [
    { header: t('common.name'), as: 'title', cell: (provider) => provider.name },
    { header: t('providers.kind'), cell: (provider) => provider.kind },
    { header: t('providers.baseUrl'), cell: (provider) => <Code>{provider.base_url}</Code> },
    {
      header: t('providers.key'),
      cell: (provider) => (
        <Tag tone={provider.has_key ? 'green' : 'neutral'}>{t(provider.has_key ? 'providers.keyStored' : 'providers.noKey')}</Tag>
      ),
    },
    { header: t('common.created'), as: 'number', cell: (provider) => format.shortTime(provider.created_at) },
    {
      header: t('common.actions'),
      as: 'actions',
      cell: (provider) =>
        admin && (
          <ActionIcon variant="subtle" color="red" onClick={() => setChosen(provider)} aria-label={`${t('common.delete')}: ${provider.name}`}>
            <IconTrash size={17} />
          </ActionIcon>
        ),
    },
  ];
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {t('providers.add')}
    </Button>
  );
  const removed = () => {
    notifications.show({ message: t('providers.deleted') });
    setChosen(null);
  };
  return (
    <Page title={t('providers.title')} lead={admin ? t('providers.lead') : t('common.readOnly')} actions={admin && add}>
      <Card>
        <ListState query={query} empty={providers.length === 0} whenEmpty={<Empty icon={<IconPlugConnected size={26} />} title={t('providers.empty')} lead={t('providers.emptyLead')}>{admin && add}</Empty>}>
          <DataTable columns={columns} rows={providers} />
          <More query={query} />
        </ListState>
      </Card>
      <NewProviderModal opened={adding} onClose={close} />
      <Confirm
        opened={chosen !== null}
        title={t('providers.deleteTitle')}
        lead={t('providers.deleteLead', { name: chosen?.name ?? '' })}
        confirm={t('common.delete')}
        busy={remove.isPending}
        onClose={() => setChosen(null)}
        onConfirm={() => chosen && remove.mutate(chosen.id, { onSuccess: removed })}
      />
    </Page>
  );
}
