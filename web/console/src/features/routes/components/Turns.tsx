import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { turnsOf } from '../hooks/turnsOf';
import type { Target } from '../types';
import classes from './Routes.module.css';

/** Who is asked first, with which share, and who after them. */
export function Turns({ targets }: { targets: readonly Target[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className={classes.turns}>
      {turnsOf(targets).map(({ priority, targets: of }, at) => (
        <li key={priority}>
          <span className={classes.turn}>{t(at === 0 ? 'routes.first' : 'routes.then')}</span>
          <span className={classes.of}>
            {of.map(({ target, share }, place) => (
              <span key={`${target.provider}/${target.model}/${place}`} className={classes.target}>
                {target.provider}/{target.model}
                {of.length > 1 && <span className={classes.share}> {format.percent(share)}</span>}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}
