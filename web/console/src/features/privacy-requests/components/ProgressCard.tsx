import { IconCircleCheck, IconCircleDashed, IconCircleDot, IconCircleMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Card, When } from '@/ui';
import { type Mark, progressOf } from '../hooks/progressOf';
import type { PrivacyRequest } from '../types';
import classes from './Requests.module.css';
import { RequestClock } from './RequestTags';
import { StepActions } from './StepActions';

const ICONS: Record<Mark, typeof IconCircleDot> = { done: IconCircleCheck, now: IconCircleDot, later: IconCircleDashed, skipped: IconCircleMinus };

/** The clock, and the way of the request with what can be done now beside each part. */
export function ProgressCard({ request }: { request: PrivacyRequest }) {
  const { t } = useTranslation();
  const words = (name: string) => {
    if (name === 'verified' && request.verified_by) return t(`requests.verifiedBy.${request.verified_by}`);
    if (name === 'decided' && request.decided_at) return t(request.refusal_reason !== null || request.state === 'refused' ? 'requests.refused' : 'requests.approved');
    return '';
  };
  return (
    <Card>
      <div className={classes.clock}>
        <RequestClock request={request} large />
        {request.extended_at && (
          <span className={classes.small}>
            {t('requests.extended')} <When at={request.extended_at} />
          </span>
        )}
        <StepActions request={request} part="received" />
      </div>
      <ol className={classes.steps}>
        {progressOf(request).map(({ name, mark, at }) => {
          const Icon = ICONS[mark];
          return (
            <li key={name} data-mark={mark} data-step={name}>
              <Icon size={20} stroke={1.8} role="img" aria-label={t(`requests.mark.${mark}`)} />
              <div className={classes.step}>
                <div className={classes.head}>
                  <strong>{t(`requests.step.${name}`)}</strong>
                  <span className={classes.small}>
                    {words(name)} {at && <When at={at} />}
                    {name === 'acknowledged' && !at && request.acknowledge_by && (
                      <>
                        {t('requests.by')} <When at={request.acknowledge_by} />
                      </>
                    )}
                  </span>
                </div>
                {name !== 'received' && <StepActions request={request} part={name} />}
              </div>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
