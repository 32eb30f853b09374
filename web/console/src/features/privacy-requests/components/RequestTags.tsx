import { useTranslation } from 'react-i18next';
import { Clock, Tag, type Tone, When } from '@/ui';
import type { PrivacyRequest, State } from '../types';

const TONE: Record<State, Tone> = { received: 'blue', verified: 'violet', approved: 'amber', refused: 'amber', done: 'neutral' };

export function StateTag({ state }: { state: State }) {
  const { t } = useTranslation();
  return (
    <Tag tone={TONE[state]} dot>
      {t(`requests.state.${state}`)}
    </Tag>
  );
}

/** The law's clock while it runs, then when it was answered. */
export function RequestClock({ request, large }: { request: PrivacyRequest; large?: boolean }) {
  const { t } = useTranslation();
  if (request.state === 'done') {
    return (
      <span>
        {t('requests.answered')} <When at={request.completed_at} />
      </span>
    );
  }
  return <Clock start={request.received_at} due={request.due_at} label={t('requests.answer')} large={large ?? false} />;
}
