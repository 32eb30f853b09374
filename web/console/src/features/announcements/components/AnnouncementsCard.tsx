import { notifications } from '@mantine/notifications';
import { IconSpeakerphone } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { Card, Confirm, Empty, ListState, More, useNow } from '@/ui';
import { stateOf } from '../hooks/stateOf';
import { useAnnouncements, useWithdraw } from '../hooks/useAnnouncements';
import type { Announcement, Notice } from '../types';
import { AnnouncementItem } from './AnnouncementItem';
import classes from './Announcements.module.css';

/** Every announcement, newest first, also those that are over. */
export function AnnouncementsCard({ notice, add }: { notice: Notice | null; add: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const query = useAnnouncements();
  const withdraw = useWithdraw();
  const [doomed, setDoomed] = useState<Announcement | null>(null);
  const all = query.data?.pages.flatMap((page) => page.items) ?? [];
  const withdrawn = () => {
    notifications.show({ message: t('announcements.withdrawn') });
    setDoomed(null);
  };
  return (
    <Card>
      <ListState query={query} empty={all.length === 0} whenEmpty={<Empty icon={<IconSpeakerphone size={26} />} title={t('announcements.empty')} lead={t('announcements.emptyLead')}>{add}</Empty>}>
        <ul className={classes.list}>
          {all.map((each) => (
            <AnnouncementItem key={each.id} announcement={each} state={stateOf(each, now, notice?.days ?? null)} onWithdraw={() => setDoomed(each)} />
          ))}
        </ul>
        <More query={query} />
      </ListState>
      <Confirm
        opened={doomed !== null}
        title={t('announcements.withdrawTitle')}
        lead={t('announcements.withdrawLead', { day: doomed ? format.day(doomed.effective_on) : '' })}
        confirm={t('announcements.withdraw')}
        busy={withdraw.isPending}
        onClose={() => setDoomed(null)}
        onConfirm={() => doomed && withdraw.mutate(doomed.id, { onSuccess: withdrawn })}
      />
    </Card>
  );
}
