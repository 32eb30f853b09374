import { Group, NumberInput, Select, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FormFoot, takeFault } from '@/ui';
import { changesOf, emptyReport, newReport, reportValues, type ReportValues } from '../hooks/reportValues';
import { useChangeIncident, useOpenIncident } from '../hooks/useIncidents';
import { type Incident, RISKS } from '../types';
import { ScopeFields } from './ScopeFields';

interface Props {
  /** Null for a new one. */
  incident: Incident | null;
  onDone: () => void;
}

const FOR_NOTICES = ['data_categories', 'people_categories', 'likely_consequences', 'measures', 'steps_for_people', 'contact'] as const;

/** What the controller knows of an incident. Only the title and the time are needed; the rest is added as it becomes known. */
export function ReportForm({ incident, onDone }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = useOpenIncident();
  const change = useChangeIncident(incident?.id ?? '');
  const form = useForm<ReportValues>({
    // Twenty fields: none is drawn anew because another one changes.
    mode: 'uncontrolled',
    initialValues: incident ? reportValues(incident) : emptyReport(new Date()),
    validate: {
      title: (value) => (value.trim() ? null : t('common.required')),
      aware_at: (value) => (value ? null : t('common.required')),
      to: (value, { from }) => (value && from && value <= from ? t('incidents.spanWrong') : null),
    },
  });
  const done = (id: string) => {
    notifications.show({ message: t('incidents.saved') });
    onDone();
    if (!incident) void navigate({ to: '/incidents/$id', params: { id } });
  };
  const submit = form.onSubmit((values) => {
    const told = { onSuccess: ({ id }: Incident) => done(id), onError: (error: unknown) => takeFault(form, values, error) };
    if (incident) change.mutate(changesOf(reportValues(incident), values), told);
    else open.mutate(newReport(values), told);
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label={t('incidents.field.title')} maxLength={200} data-autofocus key={form.key('title')} {...form.getInputProps('title')} />
        <Textarea label={t('incidents.field.nature')} description={t('incidents.hint.nature')} autosize minRows={2} maxRows={10} maxLength={4000} key={form.key('nature')} {...form.getInputProps('nature')} />
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <TextInput type="datetime-local" label={t('incidents.field.aware_at')} description={t('incidents.hint.aware_at')} key={form.key('aware_at')} {...form.getInputProps('aware_at')} />
          <Select label={t('incidents.field.risk')} description={t('incidents.hint.risk')} allowDeselect={false} data={RISKS.map((value) => ({ value, label: t(`incidents.risk.${value}`) }))} key={form.key('risk')} {...form.getInputProps('risk')} />
        </Group>
        <Title order={3} size="h4" mt="sm">
          {t('incidents.scopeTitle')}
        </Title>
        <ScopeFields form={form} assessed={incident?.assessment !== undefined && incident?.assessment !== null} />
        <Title order={3} size="h4" mt="sm">
          {t('incidents.noticeTitle')}
        </Title>
        {FOR_NOTICES.map((name) => (
          <Textarea key={form.key(name)} label={t(`incidents.field.${name}`)} autosize minRows={1} maxRows={8} maxLength={4000} {...form.getInputProps(name)} />
        ))}
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <NumberInput label={t('incidents.field.people_about')} description={t('incidents.hint.about')} min={0} allowDecimal={false} key={form.key('people_about')} {...form.getInputProps('people_about')} />
          <NumberInput label={t('incidents.field.records_about')} description={t('incidents.hint.about')} min={0} allowDecimal={false} key={form.key('records_about')} {...form.getInputProps('records_about')} />
        </Group>
        <FormFoot submit={t(incident ? 'common.save' : 'incidents.enter')} busy={open.isPending || change.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
