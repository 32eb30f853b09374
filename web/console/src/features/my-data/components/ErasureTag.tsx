import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '@/ui';
import type { ErasureStateName } from '../types';

const TONE: Record<ErasureStateName, Tone> = { recoverable: 'blue', held: 'amber', pending: 'violet', complete: 'green', recovered: 'neutral' };

/** How far an erasure is. */
export function ErasureTag({ state }: { state: ErasureStateName }) {
  const { t } = useTranslation();
  return (
    <Tag tone={TONE[state]} dot>
      {t(`erasure.state.${state}`)}
    </Tag>
  );
}
