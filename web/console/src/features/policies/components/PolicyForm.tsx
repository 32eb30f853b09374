import { Button, Group, MultiSelect, NumberInput, Radio, Select, Stack, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ApiError, describe } from '@/errors';
import { useFindingTypes } from '@/features/detection';
import { useFindingLabel } from '@/ui';
import { KNOWN_FINDING_TYPES, RISK_LEVELS } from '@/words';
import { useSavePolicy } from '../hooks/usePolicies';
import { CHOICES, type Policy } from '../types';
import { emptyValues, toDraft, toValues } from './policyValues';

interface Props {
  /** Null for a new one. */
  policy: Policy | null;
  nextPriority: number;
  onDone: () => void;
}

export function PolicyForm({ policy, nextPriority, onDone }: Props) {
  const { t } = useTranslation();
  const label = useFindingLabel();
  const save = useSavePolicy();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: policy ? toValues(policy) : emptyValues(nextPriority),
    validate: { name: (value) => (value.trim() ? null : t('common.required')) },
  });
  const submit = form.onSubmit((values) =>
    save.mutate(
      { id: policy?.id ?? null, draft: toDraft(values, policy) },
      {
        onSuccess: () => {
          notifications.show({ message: t('policies.saved') });
          onDone();
        },
        onError: (error) => {
          if (error instanceof ApiError && error.field && error.field in values) form.setFieldError(error.field, describe(error));
        },
      },
    ),
  );
  const known = useFindingTypes().data?.map(({ id }) => id) ?? KNOWN_FINDING_TYPES;
  const types = [...new Set<string>([...known, ...(policy?.conditions.finding_types ?? [])])];
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label={t('common.name')} data-autofocus key={form.key('name')} {...form.getInputProps('name')} />
        <TextInput label={t('policies.description')} key={form.key('description')} {...form.getInputProps('description')} />
        <Group align="flex-end" justify="space-between">
          <NumberInput label={t('policies.priority')} min={1} max={100000} allowDecimal={false} w={140} key={form.key('priority')} {...form.getInputProps('priority')} />
          <Switch label={t('policies.enabled')} mb={8} key={form.key('enabled')} {...form.getInputProps('enabled', { type: 'checkbox' })} />
        </Group>
        <MultiSelect searchable clearable label={t('policies.findingTypes')} placeholder={t('common.any')} data={types.map((value) => ({ value, label: label(value) }))} key={form.key('finding_types')} {...form.getInputProps('finding_types')} />
        <Select label={t('policies.riskLevel')} placeholder={t('common.any')} clearable data={RISK_LEVELS.map((value) => ({ value, label: t(`risk.${value}`) }))} key={form.key('risk_level')} {...form.getInputProps('risk_level')} />
        <TagsInput label={t('policies.model')} description={t('policies.listHint')} key={form.key('model')} {...form.getInputProps('model')} />
        <TagsInput label={t('policies.platform')} description={t('policies.listHint')} key={form.key('platform_id')} {...form.getInputProps('platform_id')} />
        <TagsInput label={t('policies.group')} description={t('policies.listHint')} key={form.key('user_group')} {...form.getInputProps('user_group')} />
        <Radio.Group label={t('policies.action')} key={form.key('action')} {...form.getInputProps('action')}>
          <Stack gap="xs" mt="xs">
            {CHOICES.map((choice) => (
              <Radio key={choice} value={choice} label={t(`policies.choose.${choice}`)} description={t(`policies.hint.${choice}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea label={t('policies.message')} description={t('policies.messageHint')} autosize minRows={2} key={form.key('message')} {...form.getInputProps('message')} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onDone}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
