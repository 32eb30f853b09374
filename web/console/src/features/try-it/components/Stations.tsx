import { IconArrowBackUp, IconKeyboard, IconMask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DryRun } from '@/features/policies';
import { Marked, marksOf, pseudonymsIn, restoredIn } from '@/text';
import { Tag } from '@/ui';
import type { Journey } from '../types';
import { Station } from './Station';
import classes from './TryIt.module.css';

interface Props {
  /** What is being typed, with its check, while no message is on its way. */
  draft: { text: string; check: DryRun } | null;
  journey: Journey | null;
}

/** Typed, left, came back: the same message in three places. */
export function Stations({ draft, journey }: Props) {
  const { t } = useTranslation();
  const typed = journey?.typed ?? draft?.text ?? '';
  const findings = (journey ? journey.check : draft?.check)?.findings ?? [];
  const note = (words: string) => <p className={classes.waiting}>{words}</p>;

  const preview = () => {
    if (!draft) return note(t('tryIt.leftEmpty'));
    const text = draft.check.text_as_left;
    if (text === null) return note(t('tryIt.nothingWould'));
    return (
      <>
        <div className={classes.preview}>
          <Tag>{t('tryIt.previewTag')}</Tag>
        </div>
        <Marked text={text} marks={pseudonymsIn(typed, text, findings)} kind="pseudonym" />
      </>
    );
  };

  const left = () => {
    if (!journey) return preview();
    if (journey.refusal && !journey.answer) return note(t('tryIt.nothingLeft'));
    const text = journey.receipt?.text ?? null;
    if (text === null) return note(t(journey.running ? 'tryIt.waiting' : 'tryIt.unknownLeft'));
    return (
      <>
        <Marked text={text} marks={pseudonymsIn(typed, text, findings)} kind="pseudonym" />
        {text === typed && note(t('tryIt.same'))}
      </>
    );
  };

  const back = () => {
    if (!journey) return note(t('tryIt.backEmpty'));
    if (journey.answer) {
      const marks = journey.receipt?.text ? restoredIn(journey.answer, typed, journey.receipt.text, findings) : [];
      return <Marked text={journey.answer} marks={marks} kind="restored" />;
    }
    return note(journey.running ? t('tryIt.waiting') : journey.refusal ? '–' : t('tryIt.cancelled'));
  };

  return (
    <div className={classes.journey} aria-busy={journey?.running}>
      <Station kind="found" icon={<IconKeyboard size={20} stroke={1.7} />} title={t('tryIt.typed')} hint={t('tryIt.typedHint')} legend={t('tryIt.legendFound')} arrow>
        {typed ? <Marked text={typed} marks={marksOf(findings, typed.length)} kind="found" /> : note(t('tryIt.typedEmpty'))}
      </Station>
      <Station kind="pseudonym" icon={<IconMask size={20} stroke={1.7} />} title={t('tryIt.left')} hint={t('tryIt.leftHint')} legend={t('tryIt.legendPseudonym')} arrow>
        {left()}
      </Station>
      <Station kind="restored" icon={<IconArrowBackUp size={20} stroke={1.7} />} title={t('tryIt.back')} hint={t('tryIt.backHint')} legend={t('tryIt.legendRestored')}>
        <div aria-live="polite">{back()}</div>
      </Station>
    </div>
  );
}
