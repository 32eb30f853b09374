import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, EditDelete, OnOff } from '@/ui';
import { draftOf, useSavePolicy } from '../hooks/usePolicies';
import type { Policy } from '../types';
import { ConditionTags } from './ConditionTags';
import { MannerTags } from './MannerTags';

interface Props {
  policies: readonly Policy[];
  canChange: boolean;
  onEdit: (policy: Policy) => void;
  onDelete: (policy: Policy) => void;
}

export function PolicyTable({ policies, canChange, onEdit, onDelete }: Props) {
  const { t } = useTranslation();
  const save = useSavePolicy();
  const columns: Column<Policy>[] = [
    { header: t('policies.priority'), as: 'number', cell: (policy) => policy.priority },
    {
      header: t('common.name'),
      as: 'title',
      cell: (policy) => (
        <>
          {policy.name}
          {policy.description && (
            <Text size="xs" c="dimmed">
              {policy.description}
            </Text>
          )}
        </>
      ),
    },
    { header: t('policies.conditions'), cell: (policy) => <ConditionTags conditions={policy.conditions} /> },
    { header: t('policies.action'), cell: (policy) => <MannerTags policy={policy} /> },
    {
      header: t('policies.enabled'),
      cell: (policy) => (
        <OnOff on={policy.enabled} name={policy.name} canChange={canChange} busy={save.isPending} onChange={(enabled) => save.mutate({ id: policy.id, draft: { ...draftOf(policy), enabled } })} />
      ),
    },
    {
      header: t('common.actions'),
      as: 'actions',
      cell: (policy) => canChange && <EditDelete name={policy.name} onEdit={() => onEdit(policy)} onDelete={() => onDelete(policy)} />,
    },
  ];
  return <DataTable columns={columns} rows={policies} isMuted={(policy) => !policy.enabled} />;
}
