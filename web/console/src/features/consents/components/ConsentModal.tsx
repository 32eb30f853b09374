import { Alert, Autocomplete, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { reportError } from '@/errors';
import { FormFoot, takeFault, useFocusBack } from '@/ui';
import { consentDraft, emptyConsent } from '../hooks/consentDraft';
import { useRecordConsent } from '../hooks/useConsents';
import { METHODS, MODEL_PROCESSING } from '../types';
import type { Asked } from './ConsentsCard';

interface Props {
  /** An id, or `me`. */
  person: string;
  asked: Asked;
  /** Those that the person has entries for. */
  purposes: readonly string[];
  onClose: () => void;
}

/** Records a consent, or that it is taken back, which asks for no more than giving it did (GDPR Art. 7(3)). */
export function ConsentModal({ person, asked, purposes, onClose }: Props) {
  const { t } = useTranslation();
  useFocusBack();
  const record = useRecordConsent(person);
  const self = person === 'me';
  const given = asked.action === 'given';
  const form = useForm({
    initialValues: emptyConsent(asked.purpose ?? '', self ? 'console' : 'other'),
    validate: {
      purpose: (value) => (/^[a-z][a-z0-9_]*$/.test(value.trim()) ? null : t('consents.purposeWrong')),
      text_version: (value, { text }) => (given && !value.trim() && text === '' ? t('consents.textNeeded') : null),
    },
  });
  const submit = form.onSubmit(async (values) => {
    const draft = await consentDraft(asked.action, values).catch(reportError);
    if (!draft) return;
    record.mutate(draft, {
      onSuccess: () => {
        notifications.show({ message: t(given ? 'consents.gave' : 'consents.withdrew') });
        onClose();
      },
      onError: (error) => takeFault(form, values, error, { text_sha256: 'text' }),
    });
  });
  const effect = form.values.purpose.trim() === MODEL_PROCESSING;
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t(given ? 'consents.giveTitle' : 'consents.withdrawTitle')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Autocomplete label={t('consents.purpose')} {...(asked.purpose === null ? { description: t('consents.purposeHint') } : {})} data={[...new Set([MODEL_PROCESSING, ...purposes])]} readOnly={asked.purpose !== null} data-autofocus={asked.purpose === null || undefined} {...form.getInputProps('purpose')} />
          {effect && <Alert color="yellow">{t(given ? 'consents.effectGiven' : 'consents.effectWithdrawn')}</Alert>}
          {given && <TextInput label={t('consents.version')} description={t('consents.versionHint')} maxLength={100} {...form.getInputProps('text_version')} />}
          {given && window.isSecureContext && <Textarea label={t('consents.agreedText')} description={t('consents.agreedTextHint')} autosize minRows={2} maxRows={6} {...form.getInputProps('text')} />}
          {!self && <Select label={t('consents.how')} allowDeselect={false} data={METHODS.map((value) => ({ value, label: t(`consents.method.${value}`) }))} {...form.getInputProps('method')} />}
          {!self && <TextInput type="datetime-local" label={t('consents.happened')} description={t('consents.happenedHint')} {...form.getInputProps('happened_at')} />}
          <Textarea label={t('consents.note')} description={t('consents.noteHint')} autosize minRows={1} maxRows={6} maxLength={2000} {...form.getInputProps('note')} />
          <FormFoot submit={t(given ? 'consents.give' : 'consents.withdraw')} busy={record.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
