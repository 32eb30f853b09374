import { Modal, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { FormFoot, takeFault, useFocusBack } from '@/ui';
import { useMove } from '../hooks/useRequests';
import type { PrivacyRequest } from '../types';

/** Extends the limit, or refuses: both want a reason, which goes into the letter. */
export function ReasonModal({ request, step, onClose }: { request: PrivacyRequest; step: 'extend' | 'refuse'; onClose: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const move = useMove(request.id);
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: (value) => (value.trim() ? null : t('common.required')) } });
  const submit = form.onSubmit((values) =>
    move.mutate(
      { step, reason: values.reason.trim() },
      {
        onSuccess: () => {
          notifications.show({ message: t(`requests.did.${step}`) });
          onClose();
        },
        onError: (error) => takeFault(form, values, error),
      },
    ),
  );
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t(`requests.action.${step}`)}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t(`requests.reasonLead.${step}`)}</Text>
          <Textarea label={t('requests.reason')} description={t('requests.reasonHint')} autosize minRows={3} maxLength={4000} data-autofocus {...form.getInputProps('reason')} />
          <FormFoot submit={t(`requests.action.${step}`)} busy={move.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
