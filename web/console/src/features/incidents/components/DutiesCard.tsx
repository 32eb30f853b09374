import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, CardHead, When } from '@/ui';
import type { Duty, Incident } from '../types';
import { DutyClock } from './DutyClock';
import classes from './Incidents.module.css';
import { NoticeModal } from './NoticeModal';
import { WaiverModal } from './WaiverModal';

/** Who must be told, the hours that are left for it, and what to do about it. */
export function DutiesCard({ incident }: { incident: Incident }) {
  const { t } = useTranslation();
  const [telling, setTelling] = useState<Duty | null>(null);
  const [waiving, setWaiving] = useState<Duty | null>(null);
  return (
    <Card>
      <CardHead title={t('incidents.dutiesTitle')} lead={t('incidents.dutiesLead')} />
      <div className={classes.duties}>
        {incident.duties.map((duty) => {
          const owed = duty.status === 'pending' || duty.status === 'overdue';
          return (
            <section key={duty.to} className={classes.duty} aria-label={t(`incidents.to.${duty.to}`)} data-duty={duty.to}>
              <div className={classes.who}>{t(`incidents.to.${duty.to}`)}</div>
              <div>
                <DutyClock duty={duty} start={incident.aware_at} large />
                {duty.told_at && (
                  <>
                    {' '}
                    <When at={duty.told_at} />
                  </>
                )}
              </div>
              <Group gap="xs">
                {incident.possible.includes('tell') && (
                  <Button size="xs" px={10} variant={owed ? 'filled' : 'default'} onClick={() => setTelling(duty.to)}>
                    {t(owed ? 'incidents.draft' : 'incidents.tellMore')}
                  </Button>
                )}
                {owed && incident.possible.includes('waive') && (
                  <Button size="xs" px={10} variant="subtle" onClick={() => setWaiving(duty.to)}>
                    {t('incidents.waive')}
                  </Button>
                )}
              </Group>
            </section>
          );
        })}
      </div>
      {telling && <NoticeModal incident={incident} to={telling} onClose={() => setTelling(null)} />}
      {waiving && <WaiverModal incident={incident} to={waiving} onClose={() => setWaiving(null)} />}
    </Card>
  );
}
