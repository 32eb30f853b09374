import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionTag, Tag, useFindingLabel } from '@/ui';
import type { Mode, Policy } from '../types';

/** What a policy does, and how: on which side, in shadow, by which masking. */
export function MannerTags({ policy }: { policy: Policy }) {
  const { t } = useTranslation();
  const label = useFindingLabel();
  const { action, applies_to, shadow, masking } = policy;
  const becomes = (type: string, mode: Mode) => t('policies.becomes', { type, mode: t(`policies.modes.${mode}`) });
  return (
    <Group gap={4}>
      <ActionTag action={action} chosen />
      {applies_to !== 'request' && <Tag tone="blue">{t(applies_to === 'answer' ? 'policies.inAnswers' : 'policies.inBoth')}</Tag>}
      {shadow && <Tag>{t('policies.shadowTag')}</Tag>}
      {masking && masking.default !== 'pseudonym' && <Tag tone="violet">{t(`policies.modes.${masking.default}`)}</Tag>}
      {Object.entries(masking?.types ?? {}).map(([type, mode]) => (
        <Tag key={type} tone="violet">
          {becomes(label(type), mode)}
        </Tag>
      ))}
    </Group>
  );
}
