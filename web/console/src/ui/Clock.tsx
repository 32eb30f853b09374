import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import classes from './Clock.module.css';
import { clockOf } from './clockOf';
import { useNow } from './useNow';

interface Props {
  /** When it began and when it ends, ISO 8601. */
  start: string;
  due: string;
  /** What it is about, for those who do not see it. */
  label: string;
  large?: boolean;
}

/** A time limit that runs: what is left, a bar of what has passed, and the moment at which it ends. */
export function Clock({ start, due, label, large }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { part, left, urgency } = clockOf(start, due, useNow());
  const words = t(urgency === 'late' ? 'clock.late' : 'clock.left', { span: format.span(Math.abs(left)) });
  return (
    <Tooltip label={t('clock.due', { time: format.fullTime(due) })} disabled={large ?? false}>
      <div className={classes.clock} data-urgency={urgency} data-large={large || undefined} role="group" aria-label={`${label}: ${words}, ${t('clock.due', { time: format.fullTime(due) })}`}>
        <span className={classes.left}>{words}</span>
        <svg className={classes.bar} viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
          <rect className={classes.track} width="100" height="4" />
          <rect className={classes.fill} width={Math.max(1, part * 100)} height="4" />
        </svg>
        {large && (
          <time dateTime={due} title={format.fullTime(due)}>
            {t('clock.due', { time: format.moment(due) })}
          </time>
        )}
      </div>
    </Tooltip>
  );
}
