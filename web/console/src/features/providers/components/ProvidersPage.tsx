import { Button, Code } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { Card, type Column, Confirm, DataTable, EditDelete, Empty, ListState, More, Page, Tag } from '@/ui';
import { useHealth, useProviders, useRemoveProvider } from '../hooks/useProviders';
import type { Provider } from '../types';
import { HealthTag } from './HealthTag';
import { NewProviderModal } from './NewProviderModal';
import { PlaceModal } from './PlaceModal';

export function ProvidersPage() {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  const query = useProviders();
  const remove = useRemoveProvider();
  const [adding, { open, close }] = useDisclosure();
  const health = useHealth();
  const [placed, setPlaced] = useState<Provider | null>(null);
  const [chosen, setChosen] = useState<Provider | null>(null);
  const providers = query.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: Column<Provider>[] = [
    {
      header: t('common.name'),
      as: 'title',
      cell: (provider) => (
        <>
          {provider.name} {provider === providers[0] && <Tag>{t('providers.first')}</Tag>}
        </>
      ),
    },
    { header: t('providers.kind'), cell: (provider) => provider.kind },
    { header: t('providers.baseUrl'), cell: (provider) => <Code style={{ overflowWrap: 'anywhere' }}>{provider.base_url}</Code> },
    {
      header: t('providers.key'),
      cell: (provider) => (
        <Tag tone={provider.has_key ? 'green' : 'neutral'}>{t(provider.has_key ? 'providers.keyStored' : 'providers.noKey')}</Tag>
      ),
    },
    { header: t('providers.region'), cell: (provider) => (provider.region ? <Tag tone="blue">{provider.region}</Tag> : <span title={t('providers.regionHint')}>{t('providers.regionNone')}</span>) },
    { header: t('providers.agreement'), cell: (provider) => provider.agreement ?? '–' },
    { header: t('providers.seen'), cell: (provider) => <HealthTag health={health.get(provider.id)} /> },
    {
      header: t('common.actions'),
      as: 'actions',
      cell: (provider) => admin && <EditDelete name={provider.name} onEdit={() => setPlaced(provider)} onDelete={() => setChosen(provider)} />,
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
        <ListState query={query} empty={providers.length === 0} whenEmpty={<Empty icon={<IconPlugConnected size={26} />} title={t('providers.empty')} lead={t(admin ? 'providers.emptyLead' : 'providers.emptyViewer')}>{admin && add}</Empty>}>
          <DataTable columns={columns} rows={providers} />
          <More query={query} />
        </ListState>
      </Card>
      <NewProviderModal opened={adding} onClose={close} />
      {placed && <PlaceModal provider={placed} onClose={() => setPlaced(null)} />}
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
