import { Alert, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Marked, marksOf, pseudonymsIn } from '@/text';
import { ActionTag, RiskMeter } from '@/ui';
import type { DryRun } from '../types';

/** Which policy decides about a text, what is found in it and what would leave. */
export function DryRunOutcome({ text, result }: { text: string; result: DryRun }) {
  const { t } = useTranslation();
  return (
    <Stack mt="xs" gap="md" aria-live="polite">
      <Group gap="sm">
        <ActionTag action={result.action} chosen />
        <Text size="sm" fw={550}>
          {result.policy ? t('policies.decides', { name: result.policy }) : t('policies.noneDecides')}
        </Text>
        <RiskMeter score={result.risk_score} level={result.risk_level} />
      </Group>
      {result.shadow.map(({ policy, action }) => (
        <Group key={policy} gap="sm">
          {action === 'Error' ? <Text size="sm" c="red">{t('policies.cannotTell')}</Text> : <ActionTag action={action} chosen />}
          <Text size="sm" c="dimmed">
            {t('policies.inShadow', { name: policy })}
          </Text>
        </Group>
      ))}
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
