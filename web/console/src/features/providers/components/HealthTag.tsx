import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { Tag, type Tone } from '@/ui';
import type { Health } from '../types';

const TONE: Record<Health['breaker'], Tone> = { closed: 'green', half_open: 'amber', open: 'red' };

/** How a provider was seen to work; nobody asks it for that, so one that was not used says so. */
export function HealthTag({ health }: { health: Health | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!health || (!health.last_success && !health.last_failure)) return <span>{t('providers.unused')}</span>;
  const failed = health.last_failure ? `${t('providers.lastFailure')} ${format.relative(health.last_failure)}${health.last_failure_code ? ` (${health.last_failure_code})` : ''}` : '';
  const worked = health.last_success ? `${t('providers.lastSuccess')} ${format.relative(health.last_success)}` : '';
  return (
    <Tooltip label={[worked, failed].filter(Boolean).join(' · ')}>
      <span>
        <Tag tone={TONE[health.breaker]} dot>
          {t(`providers.breaker.${health.breaker}`)}
        </Tag>
      </span>
    </Tooltip>
  );
}
