import { Alert, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { Marked, marksOf } from '@/text';
import { Tag, useFindingLabel } from '@/ui';
import type { Trial } from '../types';
import classes from './Detection.module.css';

/** What was found in a sample: marked in the text, and listed with what each rests on. */
export function Outcome({ text, trial }: { text: string; trial: Trial }) {
  const { t } = useTranslation();
  const label = useFindingLabel();
  const format = useFormat();
  return (
    <Stack gap="sm" aria-live="polite" data-outcome>
      <Text size="sm" c="dimmed">
        {t('detection.found', { count: trial.findings.length })} · {format.duration(trial.duration_ms)}
      </Text>
      {trial.coverage === 'partial' && <Alert color="red">{t('tryIt.partial')}</Alert>}
      <div className={classes.sample}>
        <Marked text={text} marks={marksOf(trial.findings, text.length)} kind="found" />
      </div>
      {trial.findings.length > 0 && (
        <ul className={classes.findings}>
          {trial.findings.map((each) => (
            <li key={each.start}>
              <Tag tone="amber">{label(each.type)}</Tag>
              <span className={classes.value}>{text.slice(each.start, each.end)}</span>
              <Group gap={6} ml="auto" wrap="nowrap">
                <Text size="xs" c="dimmed">
                  {t(`detection.reason.${each.reason}`)} · {Math.round(each.confidence * 100)} %
                </Text>
              </Group>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
