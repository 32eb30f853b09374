import { Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { FormFoot, takeFault, useFocusBack } from '@/ui';
import { useMove } from '../hooks/useRequests';
import type { PrivacyRequest } from '../types';

type By = 'code' | 'token';

/** Notes who asks as proved: by the code that came back, or by a proof of one's own systems. */
export function VerifyModal({ request, onClose }: { request: PrivacyRequest; onClose: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const move = useMove(request.id);
  const form = useForm({
    initialValues: { by: 'code' as By, proof: '' },
    validate: { proof: (value) => (value.trim() ? null : t('common.required')) },
  });
  const submit = form.onSubmit((values) =>
    move.mutate(
      { step: 'verify', ...(values.by === 'code' ? { code: values.proof.trim() } : { token: values.proof.trim() }) },
      {
        onSuccess: () => {
          notifications.show({ message: t('requests.verified') });
          onClose();
        },
        onError: (error) => takeFault(form, values, error, { code: 'proof', token: 'proof' }),
      },
    ),
  );
  const { by } = form.values;
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t('requests.action.verify')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <SegmentedControl size="xs" fullWidth data={(['code', 'token'] as const).map((value) => ({ value, label: t(`requests.proofBy.${value}`) }))} {...form.getInputProps('by')} />
          <TextInput label={t(`requests.proof.${by}`)} description={t(`requests.proofHint.${by}`)} autoComplete="off" maxLength={500} data-autofocus {...form.getInputProps('proof')} />
          <FormFoot submit={t('requests.verifyNow')} busy={move.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
