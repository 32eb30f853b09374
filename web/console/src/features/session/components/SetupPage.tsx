import { Alert, Anchor, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError, describe } from '@/errors';
import { useSetupState } from '../hooks/useMe';
import { useFirstAccount } from '../hooks/useSignIn';
import { Welcome } from './Welcome';

/** `token` comes from the one-time link that the server printed; empty where the link was cut. */
export function SetupPage({ token }: { token: string }) {
  const { t } = useTranslation();
  const create = useFirstAccount();
  const setup = useSetupState();
  const linkIsOld = create.error instanceof ApiError && create.error.code === 'wrong_credentials';
  const required = (value: string) => (value.trim() ? null : t('common.required'));
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { first_name: '', last_name: '', email: '', password: '' },
    validate: {
      first_name: required,
      last_name: required,
      email: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('setup.emailWrong')),
      password: (value) => (value.length >= 12 ? null : t('setup.passwordShort')),
    },
  });
  const submit = form.onSubmit((values) =>
    create.mutate(
      { ...values, email: values.email.trim(), token },
      {
        onError: (error) => {
          if (error instanceof ApiError && error.field && error.field in values) form.setFieldError(error.field, describe(error));
        },
      },
    ),
  );
  return (
    <Welcome title={t('setup.title')} lead={t('setup.lead')}>
      {setup.data?.needed === false ? (
        <Alert>
          {t('setup.done')}{' '}
          <Anchor component={Link} to="/sign-in" inherit>
            {t('setup.toSignIn')}
          </Anchor>
        </Alert>
      ) : !token ? (
        <Alert color="red">{t('setup.noToken')}</Alert>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            {create.isError && (
              <Alert color="red" role="alert">
                {linkIsOld ? t('setup.linkOld') : describe(create.error)}
              </Alert>
            )}
            <Group grow align="flex-start">
              <TextInput label={t('setup.firstName')} autoComplete="given-name" autoFocus key={form.key('first_name')} {...form.getInputProps('first_name')} />
              <TextInput label={t('setup.lastName')} autoComplete="family-name" key={form.key('last_name')} {...form.getInputProps('last_name')} />
            </Group>
            <TextInput label={t('signIn.email')} type="email" autoComplete="username" key={form.key('email')} {...form.getInputProps('email')} />
            <PasswordInput label={t('signIn.password')} description={t('setup.passwordHint')} autoComplete="new-password" visibilityToggleButtonProps={{ 'aria-label': t('common.reveal') }} key={form.key('password')} {...form.getInputProps('password')} />
            <Button type="submit" loading={create.isPending} fullWidth mt="xs">
              {t('setup.submit')}
            </Button>
          </Stack>
        </form>
      )}
    </Welcome>
  );
}
