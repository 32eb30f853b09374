import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FormFoot, takeFault } from '@/ui';
import { EMPTY_REQUEST, requestDraft } from '../hooks/requestDraft';
import { useEnter } from '../hooks/useRequests';
import { KINDS, LAWS } from '../types';

/** Enters a request that came by letter, by mail or by telephone. */
export function RequestForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const enter = useEnter();
  const form = useForm({
    initialValues: EMPTY_REQUEST,
    validate: { contact: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('setup.emailWrong')) },
  });
  const submit = form.onSubmit((values) =>
    enter.mutate(requestDraft(values), {
      onSuccess: ({ id }) => {
        notifications.show({ message: t('requests.entered') });
        onDone();
        void navigate({ to: '/privacy-requests/$id', params: { id } });
      },
      onError: (error) => takeFault(form, values, error),
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label={t('requests.contact')} description={t('requests.contactHint')} type="email" maxLength={254} data-autofocus {...form.getInputProps('contact')} />
        <Select label={t('requests.kindLabel')} allowDeselect={false} data={KINDS.map((value) => ({ value, label: t(`requests.kind.${value}`) }))} {...form.getInputProps('kind')} />
        <Select label={t('requests.lawLabel')} description={t(`requests.limit.${form.values.law}`)} allowDeselect={false} data={LAWS.map((value) => ({ value, label: t(`requests.law.${value}`) }))} {...form.getInputProps('law')} />
        <TextInput type="datetime-local" label={t('requests.receivedAt')} description={t('requests.receivedHint')} {...form.getInputProps('received_at')} />
        <TextInput label={t('requests.reference')} description={t('requests.referenceHint')} maxLength={500} {...form.getInputProps('subject_reference')} />
        <Textarea label={t('requests.details')} description={t('requests.sealed')} autosize minRows={3} maxRows={10} maxLength={4000} {...form.getInputProps('details')} />
        <FormFoot submit={t('requests.enter')} busy={enter.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
