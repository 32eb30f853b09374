import { Alert, Group, MultiSelect, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useKeyNames } from '@/features/api-keys';
import { useProviderNames } from '@/features/providers';
import { shortId } from '@/format';
import type { ReportValues } from '../hooks/reportValues';
import { DATA_CLASSES } from '../types';

/** What the counting goes by: one of a list is enough, and all lists must hold. */
export function ScopeFields({ form, assessed }: { form: UseFormReturnType<ReportValues>; assessed: boolean }) {
  const { t } = useTranslation();
  const keys = useKeyNames();
  const providers = useProviderNames();
  const ids = [...new Set([...keys.keys(), ...form.getValues().api_key_ids])];
  return (
    <Stack>
      <Text size="sm" c="dimmed" mt={-10}>
        {t('incidents.scopeLead')}
      </Text>
      {assessed && <Alert color="yellow">{t('incidents.scopeWarning')}</Alert>}
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput type="datetime-local" label={t('incidents.field.from')} key={form.key('from')} {...form.getInputProps('from')} />
        <TextInput type="datetime-local" label={t('incidents.field.to')} description={t('incidents.hint.to')} inputWrapperOrder={['label', 'input', 'description', 'error']} key={form.key('to')} {...form.getInputProps('to')} />
      </Group>
      <TagsInput label={t('incidents.field.providers')} description={t('incidents.hint.providers')} data={[...providers]} key={form.key('providers')} {...form.getInputProps('providers')} />
      <TagsInput label={t('incidents.field.models')} key={form.key('models')} {...form.getInputProps('models')} />
      <MultiSelect label={t('incidents.field.api_key_ids')} searchable data={ids.map((id) => ({ value: id, label: keys.get(id) ?? shortId(id) }))} key={form.key('api_key_ids')} {...form.getInputProps('api_key_ids')} />
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TagsInput label={t('incidents.field.hosts')} key={form.key('hosts')} {...form.getInputProps('hosts')} />
        <TagsInput label={t('incidents.field.regions')} key={form.key('regions')} {...form.getInputProps('regions')} />
      </Group>
      <TagsInput label={t('incidents.field.routes')} description={t('incidents.hint.routes')} key={form.key('routes')} {...form.getInputProps('routes')} />
      <MultiSelect label={t('incidents.field.data_classes')} description={t('incidents.hint.data_classes')} data={DATA_CLASSES.map((value) => ({ value, label: t(`incidents.dataClass.${value}`) }))} key={form.key('data_classes')} {...form.getInputProps('data_classes')} />
    </Stack>
  );
}
