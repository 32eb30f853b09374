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

export function StatusTag({ status }: { status: InteractionStatus }) {
  const { t } = useTranslation();
  return <Tag tone={TONE[status] ?? 'neutral'}>{t(`status.${status}`)}</Tag>;
}
