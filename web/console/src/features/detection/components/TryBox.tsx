import { Button, Text, Textarea, Title } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '@/ui';
import { useTrial } from '../hooks/useDetection';
import { Outcome } from './Outcome';

/** Shows what all that is in force finds in a text that goes nowhere. */
export function TryBox() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const trial = useTrial();
  return (
    <Card p="lg">
      <Title order={2}>{t('detection.tryTitle')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('detection.tryLead')}
      </Text>
      <Textarea aria-label={t('detection.sample')} placeholder={t('detection.placeholder')} autosize minRows={3} maxRows={12} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Button my="sm" variant="light" leftSection={<IconFlask size={16} />} disabled={!text.trim()} loading={trial.isPending} onClick={() => trial.mutate({ text, recognizer: null })}>
        {t('detection.look')}
      </Button>
      {trial.data && trial.variables && <Outcome text={trial.variables.text} trial={trial.data} />}
    </Card>
  );
}
