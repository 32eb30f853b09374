import { Modal, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { FormFoot, takeFault } from '@/ui';
import { KINDS, urlFault } from '../hooks/kinds';
import { EMPTY_PROVIDER, providerDraft } from '../hooks/providerDraft';
import { useAddProvider } from '../hooks/useProviders';
import { REGIONS } from '../types';

/** Adds a provider. The key goes to the server and is not kept on this page. */
export function NewProviderModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const add = useAddProvider();
  const form = useForm({
    initialValues: EMPTY_PROVIDER,
    validate: {
      name: (value) => (value.trim() === '' ? t('common.required') : /^[\w.-]+$/.test(value.trim()) ? null : t('providers.nameWrong')),
      base_url: (value, { kind }) => {
        const fault = urlFault(kind, value);
        return fault && t(`providers.${fault}`, { like: KINDS[kind]?.like });
      },
    },
  });
  const close = () => {
    onClose();
    form.reset();
    add.reset();
  };
  const kind = KINDS[form.values.kind];
  const submit = form.onSubmit((values) =>
    add.mutate(providerDraft(values), {
      onSuccess: () => {
        notifications.show({ message: t('providers.saved') });
        close();
      },
      onError: (error) => takeFault(form, values, error),
    }),
  );
  return (
    <Modal opened={opened} onClose={close} title={<Text fw={600}>{t('providers.add')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput label={t('common.name')} description={t('providers.nameHint')} data-autofocus {...form.getInputProps('name')} />
          <Select label={t('providers.kind')} data={Object.keys(KINDS).map((value) => ({ value, label: t(`providers.kinds.${value as 'openai'}`) }))} allowDeselect={false} {...form.getInputProps('kind')} />
          <TextInput label={t('providers.baseUrl')} description={t(kind?.url ? 'providers.urlOwn' : 'providers.baseUrlHint')} type="url" placeholder={kind?.like ?? ''} {...form.getInputProps('base_url')} />
          <PasswordInput label={t('providers.key')} description={t(`providers.keyHints.${kind?.key ?? 'usual'}`)} autoComplete="off" visibilityToggleButtonProps={{ 'aria-label': t('common.reveal') }} {...form.getInputProps('key')} />
          <Select label={t('providers.region')} description={t('providers.regionHint')} placeholder={t('providers.regionNone')} clearable data={REGIONS.map((value) => ({ value, label: t(`providers.regions.${value}`) }))} {...form.getInputProps('region')} />
          <TextInput label={t('providers.agreement')} description={t('providers.agreementHint')} maxLength={500} {...form.getInputProps('agreement')} />
          <FormFoot submit={t('common.save')} busy={add.isPending} onCancel={close} />
        </Stack>
      </form>
    </Modal>
  );
}
