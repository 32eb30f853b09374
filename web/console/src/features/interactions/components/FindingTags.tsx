import { Group, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { Tag, useFindingLabel } from '@/ui';
import type { Classification } from '../types';

/** What was found, by type and count; tier, confidence and place on hover. */
export function FindingTags({ classifications }: { classifications: readonly Classification[] }) {
  const { t } = useTranslation();
  const label = useFindingLabel();
  const format = useFormat();
  if (classifications.length === 0) return <span style={{ color: 'var(--avow-muted)' }}>–</span>;
  return (
    <Group gap={4}>
      {classifications.map((c) => (
        <Tooltip
          key={`${c.type} ${c.in}`}
          label={t('findings.detail', {
            tier: c.tier,
            confidence: format.percent(c.confidence),
            where: t(c.in === 'answer' ? 'findings.inAnswer' : 'findings.inPrompt'),
          })}
        >
          <span>
            <Tag tone="amber">
              {label(c.type)}
              {c.count > 1 && <b>{c.count}</b>}
            </Tag>
          </span>
        </Tooltip>
      ))}
    </Group>
  );
}
