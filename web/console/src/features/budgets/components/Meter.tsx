import { useTranslation } from 'react-i18next';
import { spentOf } from '../hooks/spentOf';
import classes from './Budgets.module.css';

interface Props {
  label: string;
  used: number;
  /** Null: no limit. */
  limit: number | null;
  show: (value: number) => string;
}

/** What is spent of a limit, as words and a bar. */
export function Meter({ label, used, limit, show }: Props) {
  const { t } = useTranslation();
  if (limit === null) return <span className={classes.none}>{t('budgets.noLimit', { used: show(used) })}</span>;
  const { part, urgency } = spentOf(used, limit);
  const words = t('budgets.of', { used: show(used), limit: show(limit) });
  return (
    <div className={classes.meter} data-urgency={urgency} role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={limit} aria-valuenow={used} aria-valuetext={words}>
      <span>{words}</span>
      <svg className={classes.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className={classes.track} width="100" height="4" />
        <rect className={classes.fill} width={used > 0 ? Math.max(1, part * 100) : 0} height="4" />
      </svg>
    </div>
  );
}
