import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '@/ui';
import type { InteractionStatus } from '../types';

const TONE: Record<InteractionStatus, Tone> = {
  started: 'blue',
  completed: 'neutral',
  blocked: 'red',
  coached: 'amber',
  refused: 'red',
  failed: 'red',
  cancelled: 'neutral',
  interrupted: 'amber',
};

/** How it ended. `brief`: the usual end is a tick only, so that the others are seen. */
export function StatusTag({ status, brief }: { status: InteractionStatus; brief?: boolean }) {
  const { t } = useTranslation();
  if (brief && status === 'completed') {
    return <IconCheck size={17} color="var(--avow-muted)" role="img" aria-label={t('status.completed')} />;
  }
  return <Tag tone={TONE[status] ?? 'neutral'}>{t(`status.${status}`)}</Tag>;
}
