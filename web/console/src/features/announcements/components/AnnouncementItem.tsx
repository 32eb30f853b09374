import { Anchor, Button, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { Tag, type Tone } from '@/ui';
import { isOpen, type State } from '../hooks/stateOf';
import type { Announcement } from '../types';
import classes from './Announcements.module.css';

const TONE: Record<State, Tone> = { announced: 'blue', due: 'amber', took_effect: 'green', lapsed: 'neutral', withdrawn: 'neutral' };

interface Props {
  announcement: Announcement;
  state: State;
  onWithdraw: () => void;
}

/** One announcement, as people read it in either language, and what became of it. */
export function AnnouncementItem({ announcement, state, onWithdraw }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { effective_on, text, text_fr, announced_at, mailed_at, withdrawn_at, version } = announcement;
  const day = t('announcements.day', { day: format.day(effective_on) });
  const happened = [
    t('announcements.announcedAt', { time: format.moment(announced_at) }),
    mailed_at ? t('announcements.mailedAt', { time: format.moment(mailed_at) }) : t('announcements.notMailed'),
    ...(withdrawn_at ? [t('announcements.withdrawnAt', { time: format.moment(withdrawn_at) })] : []),
  ];
  return (
    <li className={classes.item} data-announcement={effective_on} data-over={state === 'withdrawn' || state === 'lapsed' || undefined}>
      <div className={classes.head}>
        <Title order={2}>{day}</Title>
        <div className={classes.state}>
          <Tag tone={TONE[state]} dot>
            {t(`announcements.state.${state}`)}
          </Tag>
          {version !== null && (
            <Anchor href={`/trust/versions/${version}`} size="sm">
              {t('announcements.version', { number: version })}
            </Anchor>
          )}
        </div>
        {isOpen(state) && (
          <Button className={classes.action} size="compact-sm" variant="subtle" color="red" onClick={onWithdraw} aria-label={`${t('announcements.withdraw')}: ${day}`}>
            {t('announcements.withdraw')}
          </Button>
        )}
      </div>
      <div className={classes.texts}>
        <div>
          <span className={classes.language}>{t('announcements.english')}</span>
          <p className={classes.text} lang="en">
            {text}
          </p>
        </div>
        <div>
          <span className={classes.language}>{t('announcements.french')}</span>
          {text_fr === null ? (
            <p className={`${classes.text} ${classes.foot}`}>{t('announcements.englishAlone')}</p>
          ) : (
            <p className={classes.text} lang="fr">
              {text_fr}
            </p>
          )}
        </div>
      </div>
      {(state === 'due' || state === 'lapsed') && <div className={classes.foot}>{t(`announcements.stateHint.${state}`)}</div>}
      <div className={classes.foot}>{happened.join(' · ')}</div>
    </li>
  );
}
