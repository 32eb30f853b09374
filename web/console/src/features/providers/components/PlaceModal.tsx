import { Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { FormFoot, takeFault, useFocusBack } from '@/ui';
import { usePlaceProvider } from '../hooks/useProviders';
import { type Provider, REGIONS } from '../types';

/** Says where a provider works and under which agreement; both stand in the record of processing. */
export function PlaceModal({ provider, onClose }: { provider: Provider; onClose: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const place = usePlaceProvider();
  const form = useForm({ initialValues: { region: provider.region, agreement: provider.agreement ?? '' } });
  const submit = form.onSubmit((values) =>
    place.mutate(
      { id: provider.id, place: { region: values.region, agreement: values.agreement.trim() || null } },
      {
        onSuccess: () => {
          notifications.show({ message: t('providers.placed') });
          onClose();
        },
        onError: (error) => takeFault(form, values, error),
      },
    ),
  );
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t('providers.placeTitle', { name: provider.name })}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Select label={t('providers.region')} description={t('providers.regionHint')} placeholder={t('providers.regionNone')} clearable data={REGIONS.map((value) => ({ value, label: t(`providers.regions.${value}`) }))} {...form.getInputProps('region')} />
          <TextInput label={t('providers.agreement')} description={t('providers.agreementHint')} maxLength={500} data-autofocus {...form.getInputProps('agreement')} />
          <FormFoot submit={t('common.save')} busy={place.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
