import { Alert, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { FormFoot, takeFault, useFocusBack } from '@/ui';
import { announcementDraft, emptyAnnouncement, wrongDay } from '../hooks/announcementDraft';
import { useAnnounce } from '../hooks/useAnnouncements';
import type { Notice } from '../types';

/** Announces a change. What is written here is public at once. */
export function AnnouncementModal({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  const format = useFormat();
  const announce = useAnnounce();
  const earliest = format.day(notice.earliest_on);
  const form = useForm({
    initialValues: emptyAnnouncement(notice),
    validate: {
      effective_on: (value) => {
        const wrong = wrongDay(value, notice);
        if (wrong === 'required') return t('common.required');
        return wrong && t(`announcements.${wrong}`, { earliest, latest: format.day(notice.latest_on) });
      },
      text: (value) => (value.trim() ? null : t('common.required')),
    },
  });
  const submit = form.onSubmit((values) =>
    announce.mutate(announcementDraft(values), {
      onSuccess: () => {
        notifications.show({ message: t('announcements.announced') });
        onClose();
      },
      onError: (error) => takeFault(form, values, error),
    }),
  );
  return (
    <Modal opened onClose={onClose} size="lg" title={<Text fw={600}>{t('announcements.add')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput type="date" label={t('announcements.effectiveOn')} description={t('announcements.dayHint', { count: notice.days, earliest })} min={notice.earliest_on} max={notice.latest_on} {...form.getInputProps('effective_on')} />
          <Textarea label={t('announcements.text')} description={t('announcements.textHint')} maxLength={2000} autosize minRows={3} maxRows={10} data-autofocus {...form.getInputProps('text')} />
          <Textarea lang="fr" label={t('announcements.textFr')} description={t('announcements.textFrHint')} maxLength={2000} autosize minRows={3} maxRows={10} {...form.getInputProps('text_fr')} />
          <Alert color="yellow">{t('announcements.warning')}</Alert>
          <FormFoot submit={t('announcements.announce')} busy={announce.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
