import { ActionIcon, Button, Code, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPlugConnected, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { useFormat } from '@/format';
import { Card, Confirm, Empty, ListState, More, Page, tableClasses, Tag } from '@/ui';
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
          <Table.ScrollContainer minWidth={640}>
            <Table className={tableClasses.table}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('common.name')}</Table.Th>
                  <Table.Th>{t('providers.kind')}</Table.Th>
                  <Table.Th>{t('providers.baseUrl')}</Table.Th>
                  <Table.Th>{t('providers.key')}</Table.Th>
                  <Table.Th>{t('common.created')}</Table.Th>
                  <Table.Th aria-label={t('common.actions')} />
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {providers.map((provider) => (
                  <Table.Tr key={provider.id}>
                    <Table.Td fw={600}>{provider.name}</Table.Td>
                    <Table.Td>{provider.kind}</Table.Td>
                    <Table.Td><Code>{provider.base_url}</Code></Table.Td>
                    <Table.Td><Tag tone={provider.has_key ? 'green' : 'neutral'}>{t(provider.has_key ? 'providers.keyStored' : 'providers.noKey')}</Tag></Table.Td>
                    <Table.Td className={tableClasses.nowrap}>{format.shortTime(provider.created_at)}</Table.Td>
                    <Table.Td ta="right">
                      {admin && (
                        <ActionIcon variant="subtle" color="red" onClick={() => setChosen(provider)} aria-label={`${t('common.delete')}: ${provider.name}`}>
                          <IconTrash size={17} />
                        </ActionIcon>
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
