import { Alert, Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { CopyText, takeFault } from '@/ui';
import { useCreateApiKey } from '../hooks/useApiKeys';
import { SCOPES } from '../types';

/** Asks for a name and scopes, then shows the key this one time. */
export function NewKeyModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const create = useCreateApiKey();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', scopes: ['models'] as string[], user_email: '' },
    validate: {
      name: (value) => (value.trim() ? null : t('common.required')),
      scopes: (value) => (value.length > 0 ? null : t('apiKeys.scopeNeeded')),
    },
  });
  const close = () => {
    onClose();
    form.reset();
    // The key leaves the page's memory with the window that showed it.
    create.reset();
  };
  const submit = form.onSubmit((values) => {
    const { name, scopes, user_email } = values;
    create.mutate(
      { name: name.trim(), scopes, ...(user_email.trim() ? { user_email: user_email.trim() } : {}) },
      { onError: (error) => takeFault(form, values, error, { email: 'user_email' }) },
    );
  });
  return (
    <Modal
      opened={opened}
      onClose={close}
      closeOnClickOutside={!create.data}
      title={<Text fw={600}>{t(create.data ? 'apiKeys.shownOnce' : 'apiKeys.add')}</Text>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {create.data ? (
        <Stack>
          <Alert>{t('apiKeys.shownOnceLead')}</Alert>
          <CopyText text={create.data.key} block />
          <Button onClick={close}>{t('apiKeys.done')}</Button>
        </Stack>
      ) : (
        <form onSubmit={submit} noValidate>
          <Stack>
            <TextInput label={t('common.name')} data-autofocus key={form.key('name')} {...form.getInputProps('name')} />
            <Checkbox.Group label={t('apiKeys.scopes')} key={form.key('scopes')} {...form.getInputProps('scopes')}>
              <Stack gap="xs" mt="xs">
                {SCOPES.map((scope) => (
                  <Checkbox key={scope} value={scope} label={t(`apiKeys.scope.${scope}`)} description={t(`apiKeys.scopeHint.${scope}`)} />
                ))}
              </Stack>
            </Checkbox.Group>
            <TextInput label={t('apiKeys.userEmail')} description={t('apiKeys.userEmailHint')} type="email" key={form.key('user_email')} {...form.getInputProps('user_email')} />
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={close}>
                {t('common.cancel')}
              </Button>
              <Button type="submit" loading={create.isPending}>
                {t('common.create')}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
