import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { CopyText } from '@/ui';
import type { Invited } from '../api/accounts';

/** The link of an invitation, shown this once: whoever holds it sets the account's password. */
export function InvitationLink({ invited, onDone }: { invited: Invited; onDone: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack>
      <Alert>{t('accounts.linkLead', { email: invited.user.email })}</Alert>
      <CopyText text={new URL(invited.link, window.location.origin).href} block />
      <Text size="xs" c="dimmed">
        {t('accounts.linkUntil', { time: format.moment(invited.expires_at) })}
      </Text>
      <Button onClick={onDone}>{t('accounts.linkDone')}</Button>
    </Stack>
  );
}
