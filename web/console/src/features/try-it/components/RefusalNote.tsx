import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../types';

const TITLE = {
  blocked: 'tryIt.blockedTitle',
  coached: 'tryIt.coachTitle',
  gap: 'tryIt.gapTitle',
  failed: 'tryIt.failedTitle',
} as const;

interface Props {
  refusal: Refusal;
  onSendAnyway: (token: string) => void;
  onChange: () => void;
}

/** Why the message did not go, and what can be done. */
export function RefusalNote({ refusal, onSendAnyway, onChange }: Props) {
  const { t } = useTranslation();
  const coached = refusal.kind === 'coached';
  const token = refusal.acknowledgeToken;
  return (
    <Alert
      role="alert"
      color={coached ? 'yellow' : 'red'}
      icon={coached ? <IconAlertTriangle size={20} /> : <IconHandStop size={20} />}
      title={t(TITLE[refusal.kind])}
    >
      <Text size="sm">{refusal.message}</Text>
      {coached && (
        <Group gap="xs" mt="sm">
          <Button size="xs" onClick={onChange}>
            {t('tryIt.change')}
          </Button>
          {token && (
            <Button size="xs" variant="default" onClick={() => onSendAnyway(token)}>
              {t('tryIt.sendAnyway')}
            </Button>
          )}
        </Group>
      )}
    </Alert>
  );
}
