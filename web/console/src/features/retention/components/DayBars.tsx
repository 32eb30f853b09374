import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import type { Day } from '../hooks/byDay';
import classes from './Retention.module.css';

const HEIGHT = 120;
const STEP = 12;
const WIDTH = 9;
const KINDS = ['delete', 'archive', 'held'] as const;

/** A bar for each day, stacked. A day with anything at all shows, however small beside the others. */
export function DayBars({ days }: { days: readonly Day[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...days.map((day) => day.delete + day.archive + day.held));
  const first = days[0];
  const last = days.at(-1);
  return (
    <figure className={classes.figure}>
      <svg viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`} preserveAspectRatio="none" className={classes.bars} role="img" aria-label={t('retention.chart', { most: format.number(most) })}>
        {days.map((day, at) => {
          let y = HEIGHT;
          return (
            <g key={day.day}>
              <title>{`${format.day(day.day)}: ${KINDS.map((kind) => `${t(`retention.due.${kind}`)} ${format.number(day[kind])}`).join(', ')}`}</title>
              <rect x={at * STEP} width={STEP} height={HEIGHT} className={classes.hit} />
              {KINDS.map((kind) => {
                if (day[kind] === 0) return null;
                const height = Math.max(2, (day[kind] / most) * (HEIGHT - 6));
                y -= height;
                return <rect key={kind} data-kind={kind} className={classes.bar} x={at * STEP + 1.5} y={y} width={WIDTH} height={height} />;
              })}
            </g>
          );
        })}
      </svg>
      <figcaption className={classes.axis} aria-hidden="true">
        <span>{first && format.day(first.day, true)}</span>
        <span>{t('retention.most', { most: format.number(most) })}</span>
        <span>{last && format.day(last.day, true)}</span>
      </figcaption>
    </figure>
  );
}
