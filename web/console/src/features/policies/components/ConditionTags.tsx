import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Tag, useFindingLabel } from '@/ui';
import type { Conditions } from '../types';

/** The conditions in words; "everything" where there is none. */
export function ConditionTags({ conditions }: { conditions: Conditions }) {
  const { t } = useTranslation();
  const label = useFindingLabel();
  const { platform_id, user_group, model, finding_types, risk_level } = conditions;
  const parts = [
    ...(finding_types ?? []).map((type) => ({ key: `f ${type}`, tone: 'amber' as const, words: label(type) })),
    ...(risk_level ? [{ key: 'risk', tone: 'red' as const, words: `${t('risk.label')} ≥ ${t(`risk.${risk_level}`)}` }] : []),
    ...(model ?? []).map((name) => ({ key: `m ${name}`, tone: 'neutral' as const, words: name })),
    ...(platform_id ?? []).map((name) => ({ key: `p ${name}`, tone: 'neutral' as const, words: name })),
    ...(user_group ?? []).map((name) => ({ key: `g ${name}`, tone: 'blue' as const, words: name })),
  ];
  if (parts.length === 0) return <span>{t('policies.everything')}</span>;
  return (
    <Group gap={4}>
      {parts.map(({ key, tone, words }) => (
        <Tag key={key} tone={tone}>
          {words}
        </Tag>
      ))}
    </Group>
  );
}
