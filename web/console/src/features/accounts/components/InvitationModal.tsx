import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/features/people';
import { useFormat } from '@/format';
import { nameOf } from '../hooks/people';
import { useInviteAgain, useWithdrawInvitation } from '../hooks/useAccounts';
import { InvitationLink } from './InvitationLink';

/** An account that cannot be signed in to: a link for it, or the one that it has taken back. */
export function InvitationModal({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const again = useInviteAgain();
  const withdraw = useWithdrawInvitation();
  const takeBack = () =>
    withdraw.mutate(person.id, {
      onSuccess: () => {
        notifications.show({ message: t('accounts.withdrawn') });
        onClose();
      },
    });
  return (
    <Modal opened onClose={onClose} closeOnClickOutside={!again.data} title={<Text fw={600}>{t(again.data ? 'accounts.linkTitle' : 'accounts.inviteTitle', { name: nameOf(person) })}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {again.data ? (
        <InvitationLink invited={again.data} onDone={onClose} />
      ) : (
        <Stack>
          <Text size="sm">{person.invited_until ? t('accounts.invitedLead', { time: format.moment(person.invited_until) }) : t('accounts.keysOnlyLead')}</Text>
          <Group justify="flex-end" gap="xs">
            {person.invited_until && (
              <Button variant="default" color="red" loading={withdraw.isPending} onClick={takeBack}>
                {t('accounts.withdraw')}
              </Button>
            )}
            <Button loading={again.isPending} onClick={() => again.mutate({ id: person.id, mail: null })}>
              {t('accounts.newLink')}
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
