import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { Clock, Tag, type Tone } from '@/ui';
import type { DutyStanding } from '../types';

const DONE_TONE: Record<'told' | 'told_late' | 'not_needed', Tone> = { told: 'green', told_late: 'amber', not_needed: 'neutral' };

/** How a duty to tell somebody stands: its clock while it runs, then what became of it. */
export function DutyClock({ duty, start, large }: { duty: DutyStanding; start: string; large?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (duty.status === 'pending' || duty.status === 'overdue') {
    return <Clock start={start} due={duty.due_at} label={t(`incidents.to.${duty.to}`)} large={large ?? false} />;
  }
  return (
    <Tag tone={DONE_TONE[duty.status]} dot {...(duty.told_at ? { title: format.fullTime(duty.told_at) } : {})}>
      {t(`incidents.duty.${duty.status}`)}
    </Tag>
  );
}
