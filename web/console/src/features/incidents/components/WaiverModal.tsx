import { Alert, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { FormFoot, takeFault, useFocusBack } from '@/ui';
import { useWaive } from '../hooks/useIncidents';
import type { Duty, Incident } from '../types';

interface Props {
  incident: Incident;
  to: Duty;
  onClose: () => void;
}

/** Decides, with a reason, that somebody need not be told. Says before what the law lets one decide. */
export function WaiverModal({ incident, to, onClose }: Props) {
  const { t } = useTranslation();
  useFocusBack();
  const waive = useWaive(incident.id);
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: (value) => (value.trim() ? null : t('common.required')) } });
  const barred = to === 'authority' ? incident.risk !== 'unlikely' : incident.risk === 'unknown';
  const submit = form.onSubmit((values) =>
    waive.mutate(
      { to, reason: values.reason.trim() },
      {
        onSuccess: () => {
          notifications.show({ message: t('incidents.waived') });
          onClose();
        },
        onError: (error) => takeFault(form, values, error),
      },
    ),
  );
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t(`incidents.waiveTitle.${to}`)}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t(`incidents.waiveLead.${to}`)}</Text>
          {barred && <Alert color="yellow">{t(`incidents.waiveBarred.${to}`, { risk: t(`incidents.risk.${incident.risk}`) })}</Alert>}
          <Textarea label={t('incidents.waiveReason')} description={t('incidents.sealedHint')} autosize minRows={3} maxLength={4000} data-autofocus {...form.getInputProps('reason')} />
          <FormFoot submit={t('incidents.waiveNow')} busy={waive.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
