import { Alert, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { BackLink, Card, ListState, Page, Tag, When } from '@/ui';
import { useRequest } from '../hooks/useRequests';
import type { PrivacyRequest } from '../types';
import { AboutCard } from './AboutCard';
import { CallsCard } from './CallsCard';
import { LettersCard } from './LettersCard';
import { MailsCard } from './MailsCard';
import { ProgressCard } from './ProgressCard';
import classes from './Requests.module.css';
import { StateTag } from './RequestTags';

/** One request: its clock, what can be done with it now, and the letters about it. */
export function PrivacyRequestPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  const query = useRequest(id);
  if (admin && query.data) return <Shown request={query.data} />;
  return (
    <Page title={t('requests.one')} lead="" above={<BackLink to="/privacy-requests">{t('requests.title')}</BackLink>}>
      {admin ? (
        <Card>
          <ListState query={query} empty={false} whenEmpty={null}>
            {null}
          </ListState>
        </Card>
      ) : (
        <Alert color="yellow">{t('retention.adminsOnly')}</Alert>
      )}
    </Page>
  );
}

function Shown({ request }: { request: PrivacyRequest }) {
  const { t } = useTranslation();
  const lead = (
    <Group gap={8} mt={6}>
      <StateTag state={request.state} />
      <Tag>{t(`requests.law.${request.law}`)}</Tag>
      <Text size="sm" component="span">
        {request.contact ?? t('requests.erasedContact')} · {t('requests.received')} <When at={request.received_at} />
      </Text>
    </Group>
  );
  return (
    <Page title={t(`requests.kind.${request.kind}`)} lead={lead} above={<BackLink to="/privacy-requests">{t('requests.title')}</BackLink>}>
      <div className={classes.columns}>
        <Stack>
          <ProgressCard request={request} />
          {request.calls.length > 0 && <CallsCard request={request} />}
        </Stack>
        <Stack>
          <AboutCard request={request} />
          <LettersCard request={request} />
          <MailsCard request={request} />
        </Stack>
      </div>
    </Page>
  );
}
