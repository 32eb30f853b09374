import { Button, CopyButton, Divider, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fromField, toField, useFormat } from '@/format';
import { FormFoot, takeFault } from '@/ui';
import { isFirstAndLate } from '../hooks/isFirstAndLate';
import { useRecordNotice } from '../hooks/useIncidents';
import type { Duty, Incident } from '../types';
import classes from './Incidents.module.css';

interface Props {
  incident: Incident;
  to: Duty;
  draft: string;
  onDone: () => void;
}

export function NoticeForm({ incident, to, draft, onDone }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const record = useRecordNotice(incident.id);
  const [mailed, setMailed] = useState(false);
  const asked = (value: string) => (!mailed || value.trim() ? null : t('common.required'));
  const form = useForm({
    initialValues: { text: draft, at: toField(new Date().toISOString()), delay_reason: '', subject: t(`incidents.mailSubject.${to}`), address: '' },
    validate: {
      text: (value) => (value.trim() ? null : t('common.required')),
      at: (value) => (value ? null : t('common.required')),
      subject: asked,
      address: (value) => (to === 'authority' ? asked(value) : null),
      delay_reason: (value, { at }) => (!value.trim() && isFirstAndLate(incident, to, fromField(at)) ? t('incidents.delayNeeded') : null),
    },
  });
  const late = isFirstAndLate(incident, to, mailed ? new Date().toISOString() : fromField(form.values.at));
  const gaps = form.values.text.match(/\[[^\]\n]+\]/g)?.length ?? 0;
  const submit = form.onSubmit((values) =>
    record.mutate(
      { to, text: values.text, ...(mailed ? { mail: { subject: values.subject.trim(), ...(to === 'authority' ? { address: values.address.trim() } : {}) } } : { at: fromField(values.at) ?? '' }), ...(late ? { delay_reason: values.delay_reason.trim() } : {}) },
      {
        onSuccess: () => {
          notifications.show({ message: t(mailed ? 'incidents.onItsWay' : 'incidents.recorded') });
          onDone();
        },
        onError: (error) => takeFault(form, values, error),
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Textarea label={t('incidents.text')} className={classes.draft} autosize minRows={10} maxRows={15} maxLength={20000} {...form.getInputProps('text')} />
        <Group justify="space-between" gap="xs">
          <Text size="sm" c={gaps > 0 ? 'var(--avow-amber-fg)' : 'dimmed'} aria-live="polite">
            {gaps > 0 ? t('incidents.gapsLeft', { count: gaps }) : t('incidents.noGaps')}
          </Text>
          <CopyButton value={form.values.text} timeout={1500}>
            {({ copied, copy }) => (
              <Button variant="light" size="xs" leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />} onClick={copy}>
                {copied ? t('common.copied') : t('incidents.copy')}
              </Button>
            )}
          </CopyButton>
        </Group>
        <Divider />
        <div>
          <Text fw={600}>{t('incidents.sentTitle')}</Text>
          <Text size="sm" c="dimmed">
            {t('incidents.sentLead')}
          </Text>
        </div>
        <SegmentedControl aria-label={t('incidents.sentTitle')} value={mailed ? 'mail' : 'hand'} onChange={(by) => setMailed(by === 'mail')} data={[{ value: 'hand', label: t('incidents.byHand') }, { value: 'mail', label: t('incidents.byMail') }]} />
        {mailed ? (
          <>
            <TextInput label={t('incidents.subject')} maxLength={200} {...form.getInputProps('subject')} />
            {to === 'authority' && <TextInput type="email" label={t('incidents.address')} {...form.getInputProps('address')} />}
            {to === 'people' && (
              <Text size="sm" c="dimmed">
                {t('incidents.mailPeople')}
              </Text>
            )}
          </>
        ) : (
          <TextInput type="datetime-local" label={t('incidents.sentAt')} maw={260} {...form.getInputProps('at')} />
        )}
        {late && <Textarea label={t('incidents.delay')} description={t('incidents.delayHint', { time: format.fullTime(incident.duties.find((duty) => duty.to === to)?.due_at) })} autosize minRows={2} maxLength={4000} {...form.getInputProps('delay_reason')} />}
        <FormFoot submit={t(mailed ? 'incidents.mailNow' : 'incidents.record')} busy={record.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
