import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { Tag, useFindingLabel } from '@/ui';
import type { Conditions, TimeWindow } from '../types';

/** The conditions in words; "everything" where there is none. */
export function ConditionTags({ conditions }: { conditions: Conditions }) {
  const { t } = useTranslation();
  const label = useFindingLabel();
  const format = useFormat();
  const { platform_id, user_group, model, finding_types, risk_level, time, sample, expression } = conditions;
  const hours = ({ days, from, until, zone }: TimeWindow) => [days.map((day) => t(`policies.day.${day}` as 'policies.day.monday')).join(' '), `${from}–${until}`, zone.replace(/^.*\//, '').replaceAll('_', ' ')].filter(Boolean).join(' ');
  const parts = [
    ...(finding_types ?? []).map((type) => ({ key: `f ${type}`, tone: 'amber' as const, words: label(type) })),
    ...(risk_level ? [{ key: 'risk', tone: 'red' as const, words: `${t('risk.label')} ≥ ${t(`risk.${risk_level}`)}` }] : []),
    ...(model ?? []).map((name) => ({ key: `m ${name}`, tone: 'neutral' as const, words: name })),
    ...(platform_id ?? []).map((name) => ({ key: `p ${name}`, tone: 'neutral' as const, words: name })),
    ...(user_group ?? []).map((name) => ({ key: `g ${name}`, tone: 'blue' as const, words: name })),
    ...(time ? [{ key: 'time', tone: 'neutral' as const, words: hours(time), title: time.zone }] : []),
    ...(sample ? [{ key: 'sample', tone: 'neutral' as const, words: format.percent(sample) }] : []),
    ...(expression ? [{ key: 'expression', tone: 'neutral' as const, words: 'CEL', title: expression }] : []),
  ];
  if (parts.length === 0) return <span>{t('policies.everything')}</span>;
  return (
    <Group gap={4}>
      {parts.map(({ key, words, ...rest }) => (
        <Tag key={key} {...rest}>
          {words}
        </Tag>
      ))}
    </Group>
  );
}
