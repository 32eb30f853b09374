import { useTranslation } from 'react-i18next';
import type { RiskLevel } from '@/words';
import classes from './RiskMeter.module.css';

/** The level of a score from 0 to 1, by the server's own steps. */
export function riskLevel(score: number): RiskLevel {
  if (score >= 0.85) return 'critical';
  if (score >= 0.6) return 'high';
  if (score >= 0.3) return 'medium';
  return 'low';
}

/** A score from 0 to 1 as a short bar and a number of 100. */
export function RiskMeter({ score, level }: { score: number | null; level?: RiskLevel }) {
  const { t } = useTranslation();
  if (score === null) return <span>–</span>;
  const shown = Math.round(Math.min(1, Math.max(0, score)) * 100);
  const name = level ?? riskLevel(score);
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
