import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Confirm } from '@/ui';
import type { Progress } from '../hooks/progressOf';
import { useMails, useMove } from '../hooks/useRequests';
import type { PrivacyRequest, Step } from '../types';
import { CodeModal } from './CodeModal';
import { ReasonModal } from './ReasonModal';
import { VerifyModal } from './VerifyModal';

const STEPS: Record<Progress['name'], readonly Step[]> = {
  received: ['extend'],
  acknowledged: ['acknowledge'],
  verified: ['send_code', 'verify'],
  decided: ['approve', 'refuse'],
  completed: ['complete'],
};
const MAIN: readonly Step[] = ['acknowledge', 'verify', 'approve', 'complete'];

/** What can be done now about one part of the way, as the server says it. */
export function StepActions({ request, part }: { request: PrivacyRequest; part: Progress['name'] }) {
  const { t } = useTranslation();
  const move = useMove(request.id);
  const sending = useMails(request.id).data?.sending ?? false;
  const [asked, setAsked] = useState<Step | null>(null);
  const steps = STEPS[part].filter((step) => request.possible.includes(step));
  const close = () => setAsked(null);
  const start = (step: Step) => {
    if (step === 'acknowledge') move.mutate({ step });
    else setAsked(step);
  };
  if (steps.length === 0 && asked === null) return null;
  return (
    <Group gap="xs">
      {steps.map((step) => (
        <Button key={step} size="xs" px={10} variant={MAIN.includes(step) ? 'light' : 'subtle'} loading={move.isPending && move.variables.step === step} onClick={() => start(step)}>
          {t(step === 'send_code' && sending ? 'requests.mailCode' : `requests.action.${step}`)}
        </Button>
      ))}
      {asked === 'send_code' && <CodeModal request={request} onClose={close} />}
      {asked === 'verify' && <VerifyModal request={request} onClose={close} />}
      {(asked === 'extend' || asked === 'refuse') && <ReasonModal request={request} step={asked} onClose={close} />}
      <Confirm
        opened={asked === 'approve'}
        title={t('requests.approveTitle')}
        lead={t('requests.approveLead')}
        confirm={t('requests.action.approve')}
        busy={move.isPending}
        onClose={close}
        onConfirm={() => move.mutate({ step: 'approve' }, { onSuccess: close })}
      />
      <Confirm
        opened={asked === 'complete'}
        title={t('requests.completeTitle')}
        lead={t(request.kind === 'erasure' && request.state === 'approved' ? 'requests.completeErasure' : 'requests.completeLead')}
        confirm={t('requests.action.complete')}
        busy={move.isPending}
        onClose={close}
        onConfirm={() => move.mutate({ step: 'complete' }, { onSuccess: close })}
      />
    </Group>
  );
}
