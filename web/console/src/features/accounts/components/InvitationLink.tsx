import { Alert, Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { CopyText } from '@/ui';
import type { Invited } from '../api/accounts';
import { useInviteAgain } from '../hooks/useAccounts';

/** The link of an invitation, shown this once: whoever holds it sets the account's password. Where it was mailed nobody here sees it, unless another is asked for. */
export function InvitationLink({ invited, onDone }: { invited: Invited; onDone: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const instead = useInviteAgain();
  const { user, link, expires_at } = instead.data ?? invited;
  return (
    <Stack>
      <Alert>{t(link ? 'accounts.linkLead' : 'accounts.linkMailed', { email: user.email })}</Alert>
      {link && <CopyText text={new URL(link, window.location.origin).href} block />}
      <Text size="xs" c="dimmed">
        {t('accounts.linkUntil', { time: format.moment(expires_at) })}
      </Text>
      {!link && (
        <Button variant="default" loading={instead.isPending} onClick={() => instead.mutate({ id: user.id, mail: false })}>
          {t('accounts.linkInstead')}
        </Button>
      )}
      <Button onClick={onDone}>{t(link ? 'accounts.linkDone' : 'common.close')}</Button>
    </Stack>
  );
}
