import { Alert, Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortId } from '@/format';
import { Card, CardHead, Confirm } from '@/ui';
import { useCall } from '../hooks/useRequests';
import type { Call, PrivacyRequest } from '../types';

/** Approving does nothing to anybody's data: where the person is a user, this does. */
export function CallsCard({ request }: { request: PrivacyRequest }) {
  const { t } = useTranslation();
  const make = useCall();
  const [asked, setAsked] = useState<Call | null>(null);
  return (
    <Card>
      <CardHead title={t('requests.callsTitle')} lead={t('requests.callsLead')} />
      <Stack p="md" pt={4} align="flex-start">
        {request.calls.map((call) => (
          <Stack key={call.user_id} gap={6} align="flex-start">
            <Text size="sm">{t(`requests.matched.${call.matched_by}`, { id: shortId(call.user_id) })}</Text>
            {call.matched_by === 'subject_reference' && <Alert color="yellow">{t('requests.checkMatch')}</Alert>}
            <Button
              size="xs"
              variant={call.method === 'DELETE' ? 'outline' : 'light'}
              {...(call.method === 'DELETE' ? { color: 'red' } : {})}
              leftSection={call.method === 'DELETE' ? <IconTrash size={15} /> : <IconDownload size={15} />}
              loading={make.isPending && make.variables === call}
              onClick={() => (call.method === 'DELETE' ? setAsked(call) : make.mutate(call))}
            >
              {t(`requests.call.${call.method}`)}
            </Button>
          </Stack>
        ))}
      </Stack>
      <Confirm
        opened={asked !== null}
        title={t('requests.eraseTitle')}
        lead={t('requests.eraseLead', { id: shortId(asked?.user_id ?? '') })}
        confirm={t('requests.call.DELETE')}
        busy={make.isPending}
        onClose={() => setAsked(null)}
        onConfirm={() =>
          asked &&
          make.mutate(asked, {
            onSuccess: () => {
              notifications.show({ message: t('requests.erased') });
              setAsked(null);
            },
          })
        }
      />
    </Card>
  );
}
