import { MultiSelect, Select, TagsInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { usePeoplesGroups } from '@/features/people';
import { RISK_LEVELS } from '@/words';
import { EVERYBODY, groupChoices } from '../hooks/namedGroups';
import { useNamedGroups } from '../hooks/useNamedGroups';
import type { PolicyValues } from './policyValues';

export interface TypeChoice {
  value: string;
  label: string;
}

/** What a policy asks of a text and of who sends it where. */
export function ConditionFields({ form, types }: { form: UseFormReturnType<PolicyValues>; types: TypeChoice[] }) {
  const { t } = useTranslation();
  const groups = groupChoices([EVERYBODY], usePeoplesGroups(), useNamedGroups().keys());
  return (
    <>
      <MultiSelect searchable clearable label={t('policies.findingTypes')} placeholder={form.values.finding_types.length === 0 ? t('common.any') : ''} data={types} {...form.getInputProps('finding_types')} />
      <Select label={t('policies.riskLevel')} placeholder={t('common.any')} clearable data={RISK_LEVELS.map((value) => ({ value, label: t(`risk.${value}`) }))} {...form.getInputProps('risk_level')} />
      <TagsInput label={t('policies.model')} description={t('policies.starHint')} {...form.getInputProps('model')} />
      <TagsInput label={t('policies.platform')} description={t('policies.starHint')} {...form.getInputProps('platform_id')} />
      <TagsInput label={t('policies.group')} description={t('policies.groupHint')} data={groups} isDuplicate={(value, chosen) => chosen.includes(value)} {...form.getInputProps('user_group')} />
    </>
  );
}
