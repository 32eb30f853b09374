import { Button, Drawer, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconShieldHalf } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { Card, Confirm, Empty, ListState, More, Page } from '@/ui';
import { useDeletePolicy, usePolicies } from '../hooks/usePolicies';
import type { Policy } from '../types';
import { DryRunPanel } from './DryRunPanel';
import { PolicyForm } from './PolicyForm';
import { PolicyTable } from './PolicyTable';
import { ReplayBox } from './ReplayBox';

export function PoliciesPage() {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  const query = usePolicies();
  const remove = useDeletePolicy();
  // undefined: closed; null: a new one.
  const [edited, setEdited] = useState<Policy | null | undefined>(undefined);
  const [doomed, setDoomed] = useState<Policy | null>(null);
  const policies = (query.data?.pages.flatMap((page) => page.items) ?? []).sort((a, b) => a.priority - b.priority);
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited(null)}>
      {t('policies.add')}
    </Button>
  );
  const removed = () => {
    notifications.show({ message: t('policies.deleted') });
    setDoomed(null);
  };
  return (
    <Page title={t('policies.title')} lead={admin ? t('policies.lead') : t('common.readOnly')} actions={admin && add}>
      <Stack gap="lg">
        <Card>
          <ListState query={query} empty={policies.length === 0} whenEmpty={<Empty icon={<IconShieldHalf size={26} />} title={t('policies.empty')} lead={t('policies.emptyLead')}>{admin && add}</Empty>}>
            <PolicyTable policies={policies} canChange={admin} onEdit={setEdited} onDelete={setDoomed} />
            <More query={query} />
          </ListState>
        </Card>
        {admin && (
          <>
            <DryRunPanel />
            <Card p="lg">
              <Title order={2}>{t('policies.replayTitle')}</Title>
              <Text size="sm" c="dimmed" mb="sm">
                {t('policies.replayLead')}
              </Text>
              <ReplayBox />
            </Card>
          </>
        )}
      </Stack>
      <Drawer opened={edited !== undefined} onClose={() => setEdited(undefined)} size={560} title={<Text fw={650}>{t(edited ? 'policies.editTitle' : 'policies.newTitle')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {edited !== undefined && (
          <PolicyForm policy={edited} nextPriority={(policies.at(-1)?.priority ?? 0) + 1} onDone={() => setEdited(undefined)} />
        )}
      </Drawer>
      <Confirm
        opened={doomed !== null}
        title={t('policies.deleteTitle')}
        lead={t('policies.deleteLead', { name: doomed?.name ?? '' })}
        confirm={t('common.delete')}
        busy={remove.isPending}
        onClose={() => setDoomed(null)}
        onConfirm={() => doomed && remove.mutate(doomed.id, { onSuccess: removed })}
      />
    </Page>
  );
}
