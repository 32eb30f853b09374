import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ApiError, describe } from '@/errors';
import { useSetupState } from '../hooks/useMe';
import { useSignIn } from '../hooks/useSignIn';
import { Welcome } from './Welcome';

/** `next` is the path of this console to go on to. */
export function SignInPage({ next }: { next: string }) {
  const { t } = useTranslation();
  const signIn = useSignIn(next);
  const setup = useSetupState();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() ? null : t('common.required')),
      password: (value) => (value ? null : t('common.required')),
    },
  });
  const wrong = signIn.error instanceof ApiError && signIn.error.status === 401;
  if (setup.data?.needed) {
    return (
      <Welcome title={t('setup.title')} lead={t('setup.lead')}>
        <Alert>{t('signIn.setupHint')}</Alert>
      </Welcome>
    );
  }
  return (
    <Welcome title={t('signIn.welcome')} tab={t('signIn.title')} lead={t('signIn.lead')}>
      <form onSubmit={form.onSubmit((values) => signIn.mutate({ ...values, email: values.email.trim() }))} noValidate>
        <Stack>
          {signIn.isError && (
            <Alert color="red" role="alert">
              {wrong ? t('signIn.wrong') : describe(signIn.error)}
            </Alert>
          )}
          <TextInput label={t('signIn.email')} type="email" autoComplete="username" autoFocus key={form.key('email')} {...form.getInputProps('email')} />
          <PasswordInput label={t('signIn.password')} autoComplete="current-password" visibilityToggleButtonProps={{ 'aria-label': t('common.reveal') }} key={form.key('password')} {...form.getInputProps('password')} />
          <Button type="submit" loading={signIn.isPending} fullWidth mt="xs">
            {t('signIn.submit')}
          </Button>
        </Stack>
      </form>
    </Welcome>
  );
}
