import { Alert, Button, Group, Modal, Stack, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ApiError, describe } from '@/errors';
import { EMPTY_HOLD, holdDraft } from '../hooks/holdDraft';
import { usePlaceHold } from '../hooks/useRetention';

/** The server's name of a field, where the form's is another. */
const FIELD: Record<string, string> = { user_emails: 'emails' };

/** Places a legal hold. One that names nobody covers everything, and the form says so. */
export function NewHoldModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const place = usePlaceHold();
  const form = useForm({
    initialValues: EMPTY_HOLD,
    validate: {
      name: (value) => (value.trim() ? null : t('common.required')),
      reason: (value) => (value.trim() ? null : t('common.required')),
      to: (value, { from }) => (value && from && value < from ? t('retention.spanWrong') : null),
    },
  });
  const close = () => {
    onClose();
    form.reset();
    place.reset();
  };
  const submit = form.onSubmit((values) =>
    place.mutate(holdDraft(values), {
      onSuccess: () => {
        notifications.show({ message: t('retention.placed') });
        close();
      },
      onError: (error) => {
        if (!(error instanceof ApiError) || !error.field) return;
        const field = FIELD[error.field] ?? error.field;
        if (field in values) form.setFieldError(field, describe(error));
      },
    }),
  );
  return (
    <Modal opened={opened} onClose={close} size="lg" title={<Text fw={600}>{t('retention.place')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput label={t('common.name')} description={t('retention.nameHint')} maxLength={100} data-autofocus {...form.getInputProps('name')} />
          <Textarea label={t('retention.reason')} description={t('retention.reasonHint')} maxLength={2000} autosize minRows={2} {...form.getInputProps('reason')} />
          <TagsInput label={t('retention.people')} description={t('retention.peopleHint')} maxTags={200} {...form.getInputProps('emails')} />
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <TextInput type="date" label={t('retention.firstDay')} {...form.getInputProps('from')} />
            <TextInput type="date" label={t('retention.lastDay')} {...form.getInputProps('to')} />
          </Group>
          <Text size="xs" c="dimmed" mt={-8}>
            {t('retention.spanHint')}
          </Text>
          <TextInput type="date" label={t('retention.expected')} description={t('retention.expectedHint')} {...form.getInputProps('expected_end')} />
          {form.values.emails.length === 0 && <Alert color="yellow">{t('retention.everybodyWarning')}</Alert>}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={place.isPending}>
              {t('retention.placeNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
