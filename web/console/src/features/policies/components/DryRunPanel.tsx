import { Alert, Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Marked, marksOf, pseudonymsIn } from '@/text';
import { ActionTag, Card, RiskMeter } from '@/ui';
import { useDryRun } from '../hooks/usePolicies';
import type { DryRun } from '../types';

/** Tries the policies on a text that goes nowhere. */
export function DryRunPanel() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const run = useDryRun();
  return (
    <Card p="lg">
      <Title order={2}>{t('policies.dryRun')}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('policies.dryRunLead')}
      </Text>
      <Textarea label={t('policies.sample')} autosize minRows={3} maxRows={12} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Button mt="sm" variant="light" leftSection={<IconFlask size={16} />} disabled={!text.trim()} loading={run.isPending} onClick={() => run.mutate({ text })}>
        {t('policies.run')}
      </Button>
      {run.data && run.variables && <Outcome text={run.variables.text} result={run.data} />}
    </Card>
  );
}

function Outcome({ text, result }: { text: string; result: DryRun }) {
  const { t } = useTranslation();
  return (
    <Stack mt="lg" gap="md" aria-live="polite">
      <Group gap="sm">
        <ActionTag action={result.action} chosen />
        <Text size="sm" fw={550}>
          {result.policy ? t('policies.decides', { name: result.policy }) : t('policies.noneDecides')}
        </Text>
        <RiskMeter score={result.risk_score} level={result.risk_level} />
      </Group>
      {result.coverage === 'partial' && <Alert color="red">{t('tryIt.partial')}</Alert>}
      <div>
        <Text size="xs" c="dimmed" mb={4}>
          {t('policies.foundIn')}
        </Text>
        <Marked text={text} marks={marksOf(result.findings, text.length)} kind="found" />
      </div>
      {result.text_as_left !== null && (
        <div>
          <Text size="xs" c="dimmed" mb={4}>
            {t('policies.wouldLeave')}
          </Text>
          <Marked text={result.text_as_left} marks={pseudonymsIn(text, result.text_as_left, result.findings)} kind="pseudonym" />
        </div>
      )}
    </Stack>
  );
}
