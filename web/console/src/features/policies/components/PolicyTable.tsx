import { ActionIcon, Group, Switch, Table, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ActionTag, tableClasses } from '@/ui';
import { draftOf, useSavePolicy } from '../hooks/usePolicies';
import type { Policy } from '../types';
import { ConditionTags } from './ConditionTags';

interface Props {
  policies: readonly Policy[];
  canChange: boolean;
  onEdit: (policy: Policy) => void;
  onDelete: (policy: Policy) => void;
}

export function PolicyTable({ policies, canChange, onEdit, onDelete }: Props) {
  const { t } = useTranslation();
  const save = useSavePolicy();
  return (
    <Table.ScrollContainer minWidth={700}>
      <Table className={tableClasses.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('policies.priority')}</Table.Th>
            <Table.Th>{t('common.name')}</Table.Th>
            <Table.Th>{t('policies.conditions')}</Table.Th>
            <Table.Th>{t('policies.action')}</Table.Th>
            <Table.Th>{t('policies.enabled')}</Table.Th>
            <Table.Th aria-label={t('common.actions')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {policies.map((policy) => (
            <Table.Tr key={policy.id} className={policy.enabled ? '' : tableClasses.muted}>
              <Table.Td>{policy.priority}</Table.Td>
              <Table.Td>
                <Text size="sm" fw={600}>
                  {policy.name}
                </Text>
                {policy.description && (
                  <Text size="xs" c="dimmed">
                    {policy.description}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <ConditionTags conditions={policy.conditions} />
              </Table.Td>
              <Table.Td>
                <ActionTag action={policy.action} />
              </Table.Td>
              <Table.Td>
                <Switch
                  size="sm"
                  checked={policy.enabled}
                  disabled={!canChange || save.isPending}
                  aria-label={t('policies.turnOn', { name: policy.name })}
                  onChange={(event) => save.mutate({ id: policy.id, draft: { ...draftOf(policy), enabled: event.currentTarget.checked } })}
                />
              </Table.Td>
              <Table.Td>
                {canChange && (
                  <Group gap={2} wrap="nowrap" justify="flex-end">
                    <ActionIcon variant="subtle" color="gray" onClick={() => onEdit(policy)} aria-label={`${t('common.edit')}: ${policy.name}`}>
                      <IconPencil size={17} />
                    </ActionIcon>
                    <ActionIcon variant="subtle" color="red" onClick={() => onDelete(policy)} aria-label={`${t('common.delete')}: ${policy.name}`}>
                      <IconTrash size={17} />
                    </ActionIcon>
                  </Group>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
