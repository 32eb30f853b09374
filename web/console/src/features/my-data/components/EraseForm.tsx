import { Alert, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describe } from '@/errors';
import { useMe } from '@/features/session';
import { confirms } from '../hooks/confirms';

interface Props {
  busy: boolean;
  /** Why the last try was refused, or null. */
  error: unknown;
  onConfirm: () => void;
  onCancel: () => void;
}

const STEPS = ['closed', 'key', 'rows', 'audit', 'hold', 'outside'] as const;

/** Says plainly what an erasure does, and asks for the person's own address before it. */
export function EraseForm({ busy, error, onConfirm, onCancel }: Props) {
  const { t } = useTranslation();
  const { email } = useMe();
  const [typed, setTyped] = useState('');
  const sure = confirms(typed, email);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (sure && !busy) onConfirm();
      }}
    >
      <Stack>
        <List size="sm" spacing={6} withPadding={false}>
          {STEPS.map((step) => (
            <List.Item key={step}>{t(`myData.step.${step}`)}</List.Item>
          ))}
        </List>
        <Alert color="yellow">
          <Text size="sm">{t('myData.final')}</Text>
        </Alert>
        <TextInput
          label={t('myData.confirm', { email })}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {error !== null && (
          <Alert color="red" role="alert" title={t('errors.title')}>
            {describe(error)}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" disabled={busy} onClick={onCancel} data-autofocus>
            {t('common.cancel')}
          </Button>
          <Button type="submit" color="red" loading={busy} disabled={!sure}>
            {t('myData.eraseNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
