import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMove } from '../hooks/useIncidents';
import type { Incident } from '../types';

const STEPS = ['contain', 'close', 'reopen'] as const;

/** What can be done with an incident now, as the server says it. */
export function StepButtons({ incident, onEdit }: { incident: Incident; onEdit: () => void }) {
  const { t } = useTranslation();
  const move = useMove(incident.id);
  const { possible } = incident;
  return (
    <>
      {possible.includes('change') && (
        <Button variant="default" leftSection={<IconPencil size={16} />} onClick={onEdit}>
          {t('common.edit')}
        </Button>
      )}
      {STEPS.filter((step) => possible.includes(step)).map((step) => (
        <Button
          key={step}
          variant={step === 'close' ? 'filled' : 'default'}
          loading={move.isPending && move.variables === step}
          disabled={move.isPending}
          onClick={() => move.mutate(step, { onSuccess: () => notifications.show({ message: t(`incidents.done.${step}`) }) })}
        >
          {t(`incidents.step.${step}`)}
        </Button>
      ))}
    </>
  );
}
