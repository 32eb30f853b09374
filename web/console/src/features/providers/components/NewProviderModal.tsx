import { Button, Group, Modal, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ApiError, describe } from '@/errors';
import { useAddProvider } from '../hooks/useProviders';
import { KINDS } from '../types';

/** Adds a provider. The key goes to the server and is not kept on this page. */
export function NewProviderModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAddProvider();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', kind: 'openai', base_url: '', key: '' },
    validate: {
      name: (value) => (/^[\w.-]+$/.test(value.trim()) ? null : t('providers.nameWrong')),
      base_url: (value) => (/^https?:\/\/\S+$/.test(value.trim()) ? null : t('providers.urlWrong')),
    },
  });
  const close = () => {
    onClose();
    form.reset();
    add.reset();
  };
  const submit = form.onSubmit(({ key, ...rest }) =>
    add.mutate(
      { ...rest, name: rest.name.trim(), base_url: rest.base_url.trim(), ...(key ? { key } : {}) },
      {
        onSuccess: () => {
          notifications.show({ message: t('providers.saved') });
          close();
        },
        onError: (error) => {
          if (error instanceof ApiError && error.field && error.field in rest) form.setFieldError(error.field, describe(error));
        },
      },
    ),
  );
  return (
    <Modal opened={opened} onClose={close} title={<Text fw={600}>{t('providers.add')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput label={t('common.name')} description={t('providers.nameHint')} data-autofocus key={form.key('name')} {...form.getInputProps('name')} />
          <Select label={t('providers.kind')} data={[...KINDS]} allowDeselect={false} key={form.key('kind')} {...form.getInputProps('kind')} />
          <TextInput label={t('providers.baseUrl')} description={t('providers.baseUrlHint')} type="url" placeholder="https://api.example.com/v1" key={form.key('base_url')} {...form.getInputProps('base_url')} />
          <PasswordInput label={t('providers.key')} description={t('providers.keyHint')} autoComplete="off" visibilityToggleButtonProps={{ 'aria-label': t('common.reveal') }} key={form.key('key')} {...form.getInputProps('key')} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
