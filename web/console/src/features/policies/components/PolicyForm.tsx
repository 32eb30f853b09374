import { Divider, Group, NumberInput, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { ApiError, describe } from '@/errors';
import { useFindingTypes } from '@/features/detection';
import { FormFoot, useFindingLabel } from '@/ui';
import { KNOWN_FINDING_TYPES } from '@/words';
import { useSavePolicy } from '../hooks/usePolicies';
import { type Policy, type Side, SIDES } from '../types';
import { ActionFields } from './ActionFields';
import { ConditionFields } from './ConditionFields';
import { MaskingFields } from './MaskingFields';
import { emptyValues, isForRequests, masks, policyFieldOf, type PolicyValues, toDraft, toValues } from './policyValues';
import { RareFields } from './RareFields';
import { Rehearsal } from './Rehearsal';

interface Props {
  /** Null for a new one. */
  policy: Policy | null;
  nextPriority: number;
  onDone: () => void;
}

/** A policy: what it is about, what it does, and what would come of it before it is saved. */
export function PolicyForm({ policy, nextPriority, onDone }: Props) {
  const { t } = useTranslation();
  const save = useSavePolicy();
  const label = useFindingLabel();
  const form = useForm<PolicyValues>({
    initialValues: policy ? toValues(policy) : emptyValues(nextPriority),
    validate: { name: (value) => (value.trim() ? null : t('common.required')) },
  });
  const all = useFindingTypes();
  // None before they are there, so that no list moves under the pointer; the usual ones where they cannot be had.
  const known = all.data?.map(({ id }) => id) ?? (all.isError ? KNOWN_FINDING_TYPES : []);
  const named = [...form.values.finding_types, ...form.values.modes.map(({ type }) => type)].filter((type) => type);
  const types = [...new Set<string>([...known, ...named])].map((value) => ({ value, label: label(value) }));
  const told = (error: unknown) => {
    const field = error instanceof ApiError && error.field ? policyFieldOf(error.field, form.values) : null;
    if (field) form.setFieldError(field, describe(error));
  };
  const submit = form.onSubmit((values) =>
    save.mutate(
      { id: policy?.id ?? null, draft: toDraft(values) },
      {
        onSuccess: () => {
          notifications.show({ message: t('policies.saved') });
          onDone();
        },
        onError: told,
      },
    ),
  );
  /** Nobody can be asked about an answer. */
  const turn = (side: Side) => {
    form.setFieldValue('applies_to', side);
    if (side !== 'request' && form.values.action === 'Coach') form.setFieldValue('action', 'Mask');
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label={t('common.name')} data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t('policies.description')} {...form.getInputProps('description')} />
        <Group align="flex-end" justify="space-between">
          <NumberInput label={t('policies.priority')} min={1} max={1_000_000} allowDecimal={false} w={140} {...form.getInputProps('priority')} />
          <Switch label={t('policies.enabled')} mb={8} {...form.getInputProps('enabled', { type: 'checkbox' })} />
        </Group>
        <Select label={t('policies.side')} description={t(`policies.sideHint.${form.values.applies_to}`)} allowDeselect={false} data={SIDES.map((value) => ({ value, label: t(`policies.sides.${value}`) }))} {...form.getInputProps('applies_to')} onChange={(side) => turn(side as Side)} />
        <Divider label={t('policies.when')} labelPosition="left" />
        <ConditionFields form={form} types={types} />
        <RareFields form={form} />
        <Divider label={t('policies.then')} labelPosition="left" />
        <ActionFields form={form} />
        {masks(form.values) && <MaskingFields form={form} types={types} />}
        {isForRequests(form.values) && <Switch label={t('policies.shadow')} description={t('policies.shadowHint')} {...form.getInputProps('shadow', { type: 'checkbox' })} />}
        <Divider label={t('policies.before')} labelPosition="left" />
        <Rehearsal draft={() => toDraft(form.values)} isReady={form.values.name.trim() !== ''} onFault={told} />
        <FormFoot submit={t('common.save')} busy={save.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
