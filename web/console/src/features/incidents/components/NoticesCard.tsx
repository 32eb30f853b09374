import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card, CardHead, CopyText, Tag, When } from '@/ui';
import type { Notice } from '../types';
import classes from './Incidents.module.css';

/** Who was told what and when, and what was decided about telling; the newest first. Nothing of it is ever changed. */
export function NoticesCard({ notices }: { notices: readonly Notice[] }) {
  const { t } = useTranslation();
  return (
    <Card>
      <CardHead title={t('incidents.noticesTitle')} lead={t('incidents.noticesLead')} />
      {notices.length === 0 && (
        <Text size="sm" px="md" pb="md">
          {t('incidents.noNotices')}
        </Text>
      )}
      {notices.toReversed().map((notice) => (
        <article key={notice.id} className={classes.notice} data-notice={notice.to}>
          <Group gap={8} mb={4}>
            <Tag tone={notice.told ? 'green' : 'neutral'} dot>
              {t(notice.told ? 'incidents.wasTold' : 'incidents.wasWaived')}
            </Tag>
            <Text size="sm" fw={600}>
              {t(`incidents.to.${notice.to}`)}
            </Text>
            <Text size="sm" c="dimmed" ml="auto">
              <When at={notice.at} />
            </Text>
          </Group>
          {notice.mailing && (
            <Text size="sm" c="dimmed">
              {notice.mailing.state === 'given_up' ? t('incidents.notDelivered') : (notice.mailing.address ?? t(notice.mailing.state === 'done' ? 'incidents.mailedTo' : 'incidents.mailingTo', { written: notice.mailing.written ?? 0, people: notice.mailing.people ?? '…' }))}
            </Text>
          )}
          {notice.delay_reason && (
            <Text size="sm" className={classes.text}>
              {t('incidents.delay')}: {notice.delay_reason}
            </Text>
          )}
          {notice.told ? (
            <details>
              <summary>{t('incidents.showText')}</summary>
              <CopyText text={notice.text} block />
            </details>
          ) : (
            <Text size="sm" className={classes.text}>
              {notice.text}
            </Text>
          )}
        </article>
      ))}
    </Card>
  );
}
