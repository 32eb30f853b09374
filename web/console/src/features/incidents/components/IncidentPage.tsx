import { Alert, Drawer, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { BackLink, Card, ListState, Page, When } from '@/ui';
import { useIncident } from '../hooks/useIncidents';
import type { Incident } from '../types';
import { AssessmentCard } from './AssessmentCard';
import { ClosingCard } from './ClosingCard';
import { DutiesCard } from './DutiesCard';
import { FactsCard } from './FactsCard';
import classes from './Incidents.module.css';
import { NoticesCard } from './NoticesCard';
import { ReportForm } from './ReportForm';
import { RiskTag, StateTag } from './StateTags';
import { StepButtons } from './StepButtons';

/** One incident: its clocks, whom it concerns, what is known, and who was told. */
export function IncidentPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  const query = useIncident(id);
  const back = <BackLink to="/incidents">{t('incidents.title')}</BackLink>;
  if (admin && query.data) return <Shown incident={query.data} back={back} />;
  return (
    <Page title={t('incidents.one')} lead="" above={back}>
      {admin ? (
        <Card>
          <ListState query={query} empty={false} whenEmpty={null}>
            {null}
          </ListState>
        </Card>
      ) : (
        <Alert color="yellow">{t('retention.adminsOnly')}</Alert>
      )}
    </Page>
  );
}

function Shown({ incident, back }: { incident: Incident; back: ReactNode }) {
  const { t } = useTranslation();
  const [editing, { open, close }] = useDisclosure();
  const lead = (
    <Group gap={8} mt={6}>
      <StateTag state={incident.state} />
      <RiskTag risk={incident.risk} />
      <Text size="sm" component="span">
        {t('incidents.aware')} <When at={incident.aware_at} />
      </Text>
    </Group>
  );
  return (
    <Page title={incident.title} tab={t('incidents.one')} lead={lead} above={back} actions={<StepButtons incident={incident} onEdit={open} />}>
      <div className={classes.columns}>
        <Stack>
          <DutiesCard incident={incident} />
          <AssessmentCard incident={incident} onEdit={open} />
          <NoticesCard notices={incident.notices} />
        </Stack>
        <Stack>
          <ClosingCard incident={incident} />
          <FactsCard incident={incident} onEdit={open} />
        </Stack>
      </div>
      <Drawer opened={editing} onClose={close} size={620} title={<Text fw={650}>{t('incidents.editTitle')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {editing && <ReportForm incident={incident} onDone={close} />}
      </Drawer>
    </Page>
  );
}
