import { Tooltip } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconExclamationCircle,
  IconPlayerStop,
  IconProgress,
  IconUnlink,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from '@/ui';
import type { InteractionStatus } from '../types';

const LOOK: Record<InteractionStatus, { tone: Tone; icon: TablerIcon }> = {
  started: { tone: 'blue', icon: IconProgress },
  completed: { tone: 'neutral', icon: IconCheck },
  blocked: { tone: 'red', icon: IconBan },
  coached: { tone: 'amber', icon: IconAlertTriangle },
  refused: { tone: 'red', icon: IconBan },
  failed: { tone: 'red', icon: IconExclamationCircle },
  cancelled: { tone: 'neutral', icon: IconPlayerStop },
  interrupted: { tone: 'amber', icon: IconUnlink },
};

/** How it ended, as a word; `brief`: as a sign, with the word on hover and for screen readers. */
export function StatusTag({ status, brief }: { status: InteractionStatus; brief?: boolean }) {
  const { t } = useTranslation();
  const { tone, icon: Icon } = LOOK[status] ?? LOOK.completed;
  if (!brief) return <Tag tone={tone}>{t(`status.${status}`)}</Tag>;
  const color = tone === 'neutral' ? 'var(--avow-muted)' : `var(--avow-${tone}-fg)`;
  return (
    <Tooltip label={t(`status.${status}`)}>
      <Icon size={18} stroke={1.8} color={color} role="img" aria-label={t(`status.${status}`)} style={{ display: 'block' }} />
    </Tooltip>
  );
}
