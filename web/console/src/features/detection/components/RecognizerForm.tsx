import { Alert, Button, Divider, Group, NumberInput, Select, Stack, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, describe } from '@/errors';
import { useSaveRecognizer, useTrial } from '../hooks/useDetection';
import { CHECKSUMS, type Recognizer } from '../types';
import { Outcome } from './Outcome';
import classes from './Detection.module.css';
import { emptyValues, fieldOf, toDraft, toValues } from './recognizerValues';

interface Props {
  /** Null for a new one. */
  recognizer: Recognizer | null;
  onDone: () => void;
}

export function RecognizerForm({ recognizer, onDone }: Props) {
  const { t } = useTranslation();
  const save = useSaveRecognizer();
  const trial = useTrial();
  const [sample, setSample] = useState('');
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: recognizer ? toValues(recognizer) : emptyValues,
    validate: { name: (value) => (/^[a-z][a-z0-9_]{1,39}$/.test(value.trim()) ? null : t('detection.nameHint')) },
  });
  const told = (error: Error) => {
    const at = error instanceof ApiError && error.field ? fieldOf(error.field) : null;
    if (at) form.setFieldError(at.field, at.line === null ? describe(error) : t('detection.atLine', { line: at.line, fault: describe(error) }));
  };
  const submit = form.onSubmit((values) =>
    save.mutate(
      { id: recognizer?.id ?? null, draft: toDraft(values) },
      {
        onSuccess: () => {
          notifications.show({ message: t('detection.saved') });
          onDone();
        },
        onError: told,
      },
    ),
  );
  const lines = { autosize: true, minRows: 2, maxRows: 8, description: t('detection.perLine') };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput label={t('common.name')} description={t('detection.nameHint')} placeholder="staff_number" readOnly={recognizer !== null} data-autofocus key={form.key('name')} {...form.getInputProps('name')} />
        <TextInput label={t('policies.description')} key={form.key('description')} {...form.getInputProps('description')} />
        <Textarea label={t('detection.patterns')} className={classes.code} spellCheck={false} placeholder="\bP-[0-9]{6}\b" {...lines} key={form.key('patterns')} {...form.getInputProps('patterns')} />
        <Textarea label={t('detection.words')} {...lines} key={form.key('words')} {...form.getInputProps('words')} />
        <Group grow align="flex-end">
          <Select label={t('detection.checksum')} placeholder={t('common.none')} clearable data={CHECKSUMS} key={form.key('checksum')} {...form.getInputProps('checksum')} />
          <NumberInput label={t('detection.confidence')} suffix=" %" min={1} max={100} allowDecimal={false} key={form.key('confidence')} {...form.getInputProps('confidence')} />
        </Group>
        <TagsInput label={t('detection.context')} description={t('detection.contextHint')} key={form.key('context')} {...form.getInputProps('context')} />
        <Group justify="space-between">
          <Switch label={t('detection.required')} key={form.key('required')} {...form.getInputProps('required', { type: 'checkbox' })} />
          <Switch label={t('detection.on')} key={form.key('enabled')} {...form.getInputProps('enabled', { type: 'checkbox' })} />
        </Group>
        <Textarea label={t('detection.match')} {...lines} key={form.key('match')} {...form.getInputProps('match')} />
        <Textarea label={t('detection.noMatch')} {...lines} key={form.key('no_match')} {...form.getInputProps('no_match')} />
        <Divider />
        <Textarea label={t('detection.sample')} description={t('detection.sampleHint')} autosize minRows={2} maxRows={8} value={sample} onChange={(event) => setSample(event.currentTarget.value)} />
        <Button variant="light" leftSection={<IconFlask size={16} />} style={{ alignSelf: 'flex-start' }} disabled={!sample.trim()} loading={trial.isPending} onClick={() => trial.mutate({ text: sample, recognizer: toDraft(form.getValues()) }, { onError: told })}>
          {t('detection.look')}
        </Button>
        {trial.data && trial.variables && <Outcome text={trial.variables.text} trial={trial.data} />}
        {save.error && !(save.error instanceof ApiError && save.error.field) && <Alert color="red">{describe(save.error)}</Alert>}
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
