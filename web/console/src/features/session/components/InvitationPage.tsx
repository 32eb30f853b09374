import { Alert, Anchor, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError, describe } from '@/errors';
import { useAcceptInvitation } from '../hooks/useSignIn';
import { Welcome } from './Welcome';

/** `token` comes from the link of an invitation; empty where the link was cut. */
export function InvitationPage({ token }: { token: string }) {
  const { t } = useTranslation();
  const accept = useAcceptInvitation();
  const linkIsOld = accept.error instanceof ApiError && accept.error.code === 'wrong_credentials';
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { first_name: '', last_name: '', password: '' },
    validate: { password: (value) => (value.length >= 12 ? null : t('setup.passwordShort')) },
  });
  const submit = form.onSubmit((values) =>
    accept.mutate(
      { ...values, token },
      {
        onError: (error) => {
          if (error instanceof ApiError && error.field && error.field in values) form.setFieldError(error.field, describe(error));
        },
      },
    ),
  );
  return (
    <Welcome title={t('invitation.title')} lead={t('invitation.lead')}>
      {!token ? (
        <Alert color="red">{t('invitation.noToken')}</Alert>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            {accept.isError && (
              <Alert color="red" role="alert">
                {linkIsOld ? (
                  <>
                    {t('invitation.linkOld')}{' '}
                    <Anchor component={Link} to="/sign-in" inherit>
                      {t('setup.toSignIn')}
                    </Anchor>
                  </>
                ) : (
                  describe(accept.error)
                )}
              </Alert>
            )}
            <Group grow align="flex-start">
              <TextInput label={t('setup.firstName')} description={t('invitation.ifNew')} autoComplete="given-name" key={form.key('first_name')} {...form.getInputProps('first_name')} />
              <TextInput label={t('setup.lastName')} description={t('invitation.ifNew')} autoComplete="family-name" key={form.key('last_name')} {...form.getInputProps('last_name')} />
            </Group>
            <PasswordInput label={t('signIn.password')} description={t('setup.passwordHint')} autoComplete="new-password" autoFocus visibilityToggleButtonProps={{ 'aria-label': t('common.reveal') }} key={form.key('password')} {...form.getInputProps('password')} />
            <Button type="submit" loading={accept.isPending} fullWidth mt="xs">
              {t('invitation.submit')}
            </Button>
          </Stack>
        </form>
      )}
    </Welcome>
  );
}
