import { Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/features/people';
import { FormFoot, takeFault } from '@/ui';
import { useInvite } from '../hooks/useAccounts';
import { InvitationLink } from './InvitationLink';

const ROLES: readonly Person['role'][] = ['viewer', 'admin'];

/** Asks whom to invite and as what, then shows the link this one time. */
export function InviteModal({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const invite = useInvite();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', role: 'viewer' as Person['role'], first_name: '', last_name: '' },
    validate: { email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('setup.emailWrong')) },
  });
  const submit = form.onSubmit((values) => invite.mutate({ ...values, email: values.email.trim() }, { onError: (error) => takeFault(form, values, error) }));
  return (
    <Modal opened onClose={onClose} closeOnClickOutside={!invite.data} title={<Text fw={600}>{t(invite.data ? 'accounts.linkTitle' : 'accounts.invite')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {invite.data ? (
        <InvitationLink invited={invite.data} onDone={onClose} />
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextInput label={t('signIn.email')} type="email" data-autofocus key={form.key('email')} {...form.getInputProps('email')} />
            <Group grow align="flex-start">
              <TextInput label={t('setup.firstName')} key={form.key('first_name')} {...form.getInputProps('first_name')} />
              <TextInput label={t('setup.lastName')} key={form.key('last_name')} {...form.getInputProps('last_name')} />
            </Group>
            <Radio.Group label={t('accounts.role')} key={form.key('role')} {...form.getInputProps('role')}>
              <Stack gap="xs" mt="xs">
                {ROLES.map((role) => (
                  <Radio key={role} value={role} label={t(role === 'admin' ? 'account.roleAdmin' : 'account.roleViewer')} description={t(role === 'admin' ? 'accounts.adminMay' : 'accounts.viewerMay')} />
                ))}
              </Stack>
            </Radio.Group>
            <FormFoot submit={t('accounts.inviteSubmit')} busy={invite.isPending} onCancel={onClose} />
          </Stack>
        </form>
      )}
    </Modal>
  );
}
