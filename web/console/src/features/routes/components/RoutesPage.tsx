import { Button, Drawer, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowsSplit2, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { Card, Confirm, Empty, ListState, More, Page } from '@/ui';
import { useRemoveRoute, useRoutes } from '../hooks/useRoutes';
import type { Route } from '../types';
import { ModelsCard } from './ModelsCard';
import { RouteForm } from './RouteForm';
import { RouteTable } from './RouteTable';

/** Names for models: which are asked, in which order, and which where they cannot answer. */
export function RoutesPage() {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  const query = useRoutes();
  const remove = useRemoveRoute();
  // undefined: closed; null: a new one.
  const [edited, setEdited] = useState<Route | null | undefined>(undefined);
  const [doomed, setDoomed] = useState<Route | null>(null);
  const routes = query.data?.pages.flatMap((page) => page.items) ?? [];
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited(null)}>
      {t('routes.add')}
    </Button>
  );
  const removed = () => {
    notifications.show({ message: t('routes.removed') });
    setDoomed(null);
  };
  return (
    <Page title={t('routes.title')} lead={admin ? t('routes.lead') : t('common.readOnly')} actions={admin && add}>
      <Stack>
        <Card>
          <ListState query={query} empty={routes.length === 0} whenEmpty={<Empty icon={<IconArrowsSplit2 size={26} />} title={t('routes.empty')} lead={t(admin ? 'routes.emptyLead' : 'routes.emptyViewer')}>{admin && add}</Empty>}>
            <RouteTable routes={routes} canChange={admin} onEdit={setEdited} onDelete={setDoomed} />
            <More query={query} />
          </ListState>
        </Card>
        <ModelsCard />
      </Stack>
      <Drawer opened={edited !== undefined} onClose={() => setEdited(undefined)} size={640} title={<Text fw={650}>{t(edited ? 'routes.editTitle' : 'routes.add')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {edited !== undefined && <RouteForm route={edited} onDone={() => setEdited(undefined)} />}
      </Drawer>
      <Confirm
        opened={doomed !== null}
        title={t('routes.removeTitle')}
        lead={t('routes.removeLead', { name: doomed?.name ?? '' })}
        confirm={t('common.delete')}
        busy={remove.isPending}
        onClose={() => setDoomed(null)}
        onConfirm={() => doomed && remove.mutate(doomed.id, { onSuccess: removed })}
      />
    </Page>
  );
}
