import { Alert, Button, Drawer, SegmentedControl, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { Card, Empty, ListState, More, Page } from '@/ui';
import { type Filter, useIncidents } from '../hooks/useIncidents';
import { STATES } from '../types';
import { IncidentTable } from './IncidentTable';
import { ReportForm } from './ReportForm';

const FILTERS: readonly Filter[] = ['all', 'overdue', ...STATES];

/** The register of incidents, each with the clocks that run (promise T5). */
export function IncidentsPage() {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  const [entering, { open, close }] = useDisclosure();
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      {t('incidents.add')}
    </Button>
  );
  return (
    <Page title={t('incidents.title')} lead={t('incidents.lead')} actions={admin && add}>
      {admin ? <Register add={add} /> : <Alert color="yellow">{t('retention.adminsOnly')}</Alert>}
      <Drawer opened={entering} onClose={close} size={620} title={<Text fw={650}>{t('incidents.newTitle')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {entering && <ReportForm incident={null} onDone={close} />}
      </Drawer>
    </Page>
  );
}

function Register({ add }: { add: ReactNode }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<Filter>('all');
  const query = useIncidents(filter);
  const incidents = query.data?.pages.flatMap((page) => page.items) ?? [];
  const nothing =
    filter === 'all' ? (
      <Empty icon={<IconAlertTriangle size={26} />} title={t('incidents.empty')} lead={t('incidents.emptyLead')}>
        {add}
      </Empty>
    ) : (
      <Text size="sm" p="md">
        {t('incidents.noneOf')}
      </Text>
    );
  return (
    <>
      <Filters value={filter} onChange={setFilter} />
      <Card mt="sm">
        <ListState query={query} empty={incidents.length === 0} whenEmpty={nothing}>
          <IncidentTable incidents={incidents} />
          <More query={query} />
        </ListState>
      </Card>
    </>
  );
}

function Filters({ value, onChange }: { value: Filter; onChange: (filter: Filter) => void }) {
  const { t } = useTranslation();
  return (
    <div style={{ overflowX: 'auto' }}>
      <SegmentedControl size="xs" aria-label={t('incidents.filter')} value={value} onChange={(next) => onChange(next as Filter)} data={FILTERS.map((each) => ({ value: each, label: t(`incidents.filters.${each}`) }))} />
    </div>
  );
}
