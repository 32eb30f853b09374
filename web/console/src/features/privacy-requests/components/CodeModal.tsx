import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { CopyText } from '@/ui';
import { useCode } from '../hooks/useRequests';
import type { PrivacyRequest } from '../types';

/** Makes a code, which the officer sends to the contact. It is shown this once. */
export function CodeModal({ request, onClose }: { request: PrivacyRequest; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const make = useCode(request.id);
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t('requests.action.send_code')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack>
        <Text size="sm">{t('requests.codeLead', { contact: request.contact ?? '' })}</Text>
        {make.data ? (
          <>
            <CopyText text={make.data.code} block />
            <Alert color="yellow">{t('requests.codeOnce', { time: format.moment(make.data.expires_at) })}</Alert>
          </>
        ) : (
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
              {t('requests.makeCode')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
