import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { CopyText, useFocusBack } from '@/ui';
import { useCode, useMails } from '../hooks/useRequests';
import type { PrivacyRequest } from '../types';

/** Makes a code. It is mailed to the contact; where no mail server is set up it is shown, this once, for the officer to send. */
export function CodeModal({ request, onClose }: { request: PrivacyRequest; onClose: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const format = useFormat();
  const make = useCode(request.id);
  const sending = useMails(request.id).data?.sending ?? false;
  const contact = request.contact ?? '';
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t(sending ? 'requests.mailCode' : 'requests.action.send_code')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack>
        <Text size="sm">{t(sending ? 'requests.codeMailLead' : 'requests.codeLead', { contact })}</Text>
        {make.data?.mailed && <Alert color="green">{t('requests.codeMailed', { contact, time: format.moment(make.data.expires_at) })}</Alert>}
        {make.data?.code && (
          <>
            <CopyText text={make.data.code} block />
            <Alert color="yellow">{t('requests.codeOnce', { time: format.moment(make.data.expires_at) })}</Alert>
          </>
        )}
        {!make.data && (
          <Text size="sm" c="dimmed">
            {t('requests.codeEnds')}
          </Text>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t(make.data ? 'common.close' : 'common.cancel')}
          </Button>
          {!make.data && (
            <Button loading={make.isPending} onClick={() => make.mutate()} data-autofocus>
              {t(sending ? 'requests.mailCode' : 'requests.makeCode')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
