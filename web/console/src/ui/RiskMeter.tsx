import { useTranslation } from 'react-i18next';
import type { RiskLevel } from '@/words';
import classes from './RiskMeter.module.css';

/** The level of a score from 0 to 100. */
export function riskLevel(score: number): RiskLevel {
  if (score >= 75) return 'critical';
  if (score >= 50) return 'high';
  if (score >= 25) return 'medium';
  return 'low';
}

/** A score from 0 to 100 as a short bar and a number. */
export function RiskMeter({ score, level }: { score: number | null; level?: RiskLevel }) {
  const { t } = useTranslation();
  if (score === null) return <span>–</span>;
  const shown = Math.round(Math.min(100, Math.max(0, score)));
  const name = level ?? riskLevel(shown);
  const words = t('risk.of', { score: shown, level: t(`risk.${name}`) });
  return (
    <span className={classes.meter} data-level={name} role="img" aria-label={words} title={words}>
      <svg className={classes.bar} viewBox="0 0 32 6" aria-hidden="true">
        <rect className={classes.track} width="32" height="6" rx="3" />
        <rect className={classes.fill} width={Math.max(shown > 0 ? 4 : 0, shown * 0.32)} height="6" rx="3" />
      </svg>
      <span className={classes.number}>{shown}</span>
    </span>
  );
}
