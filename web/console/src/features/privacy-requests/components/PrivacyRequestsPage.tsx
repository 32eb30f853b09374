import { Alert, Button, Drawer, SegmentedControl, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMailQuestion, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { Card, Empty, ListState, More, Page } from '@/ui';
import { type Filter, useRequests } from '../hooks/useRequests';
import { STATES } from '../types';
import { RequestForm } from './RequestForm';
import { RequestTable } from './RequestTable';

const FILTERS: readonly Filter[] = ['all', 'overdue', ...STATES];

/** What people ask of their data who need not be users, each with its legal clock (promise P6). */
export function PrivacyRequestsPage() {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  const [entering, { open, close }] = useDisclosure();
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {t('requests.add')}
    </Button>
  );
  return (
    <Page title={t('requests.title')} lead={t('requests.lead')} actions={admin && add}>
      {admin ? <Register add={add} /> : <Alert color="yellow">{t('retention.adminsOnly')}</Alert>}
      <Drawer opened={entering} onClose={close} size={520} title={<Text fw={650}>{t('requests.add')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {entering && <RequestForm onDone={close} />}
      </Drawer>
    </Page>
  );
}

function Register({ add }: { add: ReactNode }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<Filter>('all');
  const query = useRequests(filter);
  const requests = query.data?.pages.flatMap((page) => page.items) ?? [];
  const nothing =
    filter === 'all' ? (
      <Empty icon={<IconMailQuestion size={26} />} title={t('requests.empty')} lead={t('requests.emptyLead')}>
        {add}
      </Empty>
    ) : (
      <Text size="sm" p="md">
        {t('requests.noneOf')}
      </Text>
    );
  return (
    <>
      <div style={{ overflowX: 'auto' }}>
        <SegmentedControl size="xs" aria-label={t('requests.filter')} value={filter} onChange={(next) => setFilter(next as Filter)} data={FILTERS.map((value) => ({ value, label: t(`requests.filters.${value}`) }))} />
      </div>
      <Card mt="sm">
        <ListState query={query} empty={requests.length === 0} whenEmpty={nothing}>
          <RequestTable requests={requests} />
          <More query={query} />
        </ListState>
      </Card>
    </>
  );
}
