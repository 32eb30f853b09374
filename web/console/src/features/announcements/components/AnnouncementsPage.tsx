import { Alert, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconWorld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/errors';
import { useIsAdmin } from '@/features/session';
import { Page } from '@/ui';
import { useNotice } from '../hooks/useAnnouncements';
import { AnnouncementModal } from './AnnouncementModal';
import { AnnouncementsCard } from './AnnouncementsCard';

/** What is told on the public page ahead of its day (promise T4). */
export function AnnouncementsPage() {
  const { t } = useTranslation();
  if (useIsAdmin()) return <ForAdministrators />;
  return (
    <Page title={t('announcements.title')} lead={t('announcements.lead')}>
      <Alert color="yellow">{t('retention.adminsOnly')}</Alert>
    </Page>
  );
}

function ForAdministrators() {
  const { t } = useTranslation();
  const notice = useNotice();
  const [announcing, { open, close }] = useDisclosure();
  const elsewhere = notice.error instanceof ApiError && notice.error.status === 403;
  const add = (
    <Button leftSection={<IconPlus size={16} />} disabled={!notice.data} onClick={open}>
      {t('announcements.add')}
    </Button>
  );
  const actions = (
    <>
      <Button component="a" href="/trust" variant="default" leftSection={<IconWorld size={16} />}>
        {t('announcements.publicPage')}
      </Button>
      {!elsewhere && add}
    </>
  );
  return (
    <Page title={t('announcements.title')} lead={t('announcements.lead')} actions={actions}>
      {elsewhere ? <Alert color="yellow">{t('announcements.adminsElsewhere')}</Alert> : <AnnouncementsCard notice={notice.data ?? null} add={add} />}
      {announcing && notice.data && <AnnouncementModal notice={notice.data} onClose={close} />}
    </Page>
  );
}
