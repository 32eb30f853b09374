import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '@/ui';
import type { Risk, State } from '../types';

const STATE_TONE: Record<State, Tone> = { open: 'red', contained: 'amber', closed: 'neutral' };
const RISK_TONE: Record<Risk, Tone> = { unknown: 'neutral', unlikely: 'green', likely: 'amber', high: 'red' };

export function StateTag({ state }: { state: State }) {
  const { t } = useTranslation();
  return (
    <Tag tone={STATE_TONE[state]} dot>
      {t(`incidents.state.${state}`)}
    </Tag>
  );
}

/** How likely it harms the people concerned, as the controller judges it. */
export function RiskTag({ risk }: { risk: Risk }) {
  const { t } = useTranslation();
  return <Tag tone={RISK_TONE[risk]}>{t(`incidents.risk.${risk}`)}</Tag>;
}
