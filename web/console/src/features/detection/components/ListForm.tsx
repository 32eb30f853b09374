import { Alert, Autocomplete, Button, Divider, Radio, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, describe } from '@/errors';
import { FormFoot, useFindingLabel } from '@/ui';
import { useFindingTypes, useSaveList, useTrial } from '../hooks/useDetection';
import { type DetectionList, LIST_KINDS, MATCHES } from '../types';
import { emptyList, listFieldOf, toListDraft, toListValues } from './listValues';
import { Outcome } from './Outcome';

interface Props {
  /** Null for a new one. */
  list: DetectionList | null;
  onDone: () => void;
}

/** A list and what it stands for, which can be tried on a text before it is saved. */
export function ListForm({ list, onDone }: Props) {
  const { t } = useTranslation();
  const label = useFindingLabel();
  const save = useSaveList();
  const trial = useTrial();
  const types = useFindingTypes().data?.map(({ id }) => id) ?? [];
  const [sample, setSample] = useState('');
  const form = useForm({
    initialValues: list ? toListValues(list) : emptyList,
    validate: {
      name: (value) => (value.trim() ? null : t('common.required')),
      values: (value) => (value.trim() ? null : t('common.required')),
      type: (value, { kind }) => (kind === 'deny' && !value.trim() ? t('lists.typeNeeded') : null),
    },
  });
  const { kind } = form.values;
  const told = (error: Error) => {
    const at = error instanceof ApiError && error.field ? listFieldOf(error.field) : null;
    if (at) form.setFieldError(at.field, at.line === null ? describe(error) : t('detection.atLine', { line: at.line, fault: describe(error) }));
  };
  const submit = form.onSubmit((values) =>
    save.mutate(
      { id: list?.id ?? null, draft: toListDraft(values) },
      {
        onSuccess: () => {
          notifications.show({ message: t('lists.saved') });
          onDone();
        },
        onError: told,
      },
    ),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label={t('common.name')} maxLength={100} data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t('policies.description')} maxLength={1000} {...form.getInputProps('description')} />
        <Radio.Group label={t('lists.kindLabel')} {...form.getInputProps('kind')}>
          <Stack gap="xs" mt="xs">
            {LIST_KINDS.map((each) => (
              <Radio key={each} value={each} label={t(`lists.kind.${each}`)} description={t(`lists.kindHint.${each}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {kind === 'deny' ? (
          <Autocomplete label={t('lists.reportedAs')} description={t('lists.reportedHint')} data={types} placeholder="project_name" {...form.getInputProps('type')} />
        ) : (
          <Select label={t('lists.aboutType')} placeholder={t('lists.anyType')} searchable clearable data={[...new Set([...types, ...(form.values.type ? [form.values.type] : [])])].map((value) => ({ value, label: label(value) }))} {...form.getInputProps('type')} value={form.values.type || null} onChange={(value) => form.setFieldValue('type', value ?? '')} />
        )}
        <Select label={t('lists.match')} allowDeselect={false} data={MATCHES.filter((each) => kind === 'allow' || each !== 'pattern').map((value) => ({ value, label: t(`lists.matches.${value}`) }))} {...form.getInputProps('match')} value={toListDraft(form.values).match} />
        <Textarea label={t('lists.values')} description={t('lists.valuesHint')} autosize minRows={4} maxRows={14} spellCheck={false} {...form.getInputProps('values')} />
        <Switch label={t('detection.on')} {...form.getInputProps('enabled', { type: 'checkbox' })} />
        <Divider />
        <Textarea label={t('detection.sample')} description={t('detection.sampleHint')} autosize minRows={2} maxRows={8} value={sample} onChange={(event) => setSample(event.currentTarget.value)} />
        <Button variant="light" leftSection={<IconFlask size={16} />} style={{ alignSelf: 'flex-start' }} disabled={!sample.trim()} loading={trial.isPending} onClick={() => trial.mutate({ text: sample, recognizer: null, list: toListDraft(form.values), with_all: true }, { onError: told })}>
          {t('detection.look')}
        </Button>
        {trial.data && trial.variables && <Outcome text={trial.variables.text} trial={trial.data} />}
        {save.error && !(save.error instanceof ApiError && save.error.field) && <Alert color="red">{describe(save.error)}</Alert>}
        <FormFoot submit={t('common.save')} busy={save.isPending} onCancel={onDone} />
      </Stack>
    </form>
  );
}
