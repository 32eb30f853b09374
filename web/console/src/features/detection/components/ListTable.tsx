import { ActionIcon, Switch, Text } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, Tag, useFindingLabel } from '@/ui';
import { useSaveList } from '../hooks/useDetection';
import type { DetectionList } from '../types';
import { listDraftOf } from './listValues';

interface Props {
  lists: readonly DetectionList[];
  onEdit: (list: DetectionList) => void;
  onDelete: (list: DetectionList) => void;
}

export function ListTable({ lists, onEdit, onDelete }: Props) {
  const { t } = useTranslation();
  const label = useFindingLabel();
  const save = useSaveList();
  const columns: Column<DetectionList>[] = [
    {
      header: t('common.name'),
      as: 'title',
      cell: (it) => (
        <>
          {it.name}
          {it.description && (
            <Text size="xs" c="dimmed" fw={400}>
              {it.description}
            </Text>
          )}
        </>
      ),
    },
    { header: t('lists.kindLabel'), cell: (it) => <Tag tone={it.kind === 'deny' ? 'red' : 'green'}>{t(`lists.kind.${it.kind}`)}</Tag> },
    { header: t('lists.type'), cell: (it) => (it.type ? <Tag tone="amber">{label(it.type)}</Tag> : t('lists.anyType')) },
    { header: t('lists.values'), as: 'number', cell: (it) => t('lists.valueCount', { count: it.values.length }) },
    { header: t('lists.match'), cell: (it) => t(`lists.matches.${it.match}`) },
    {
      header: t('detection.on'),
      cell: (it) => <Switch size="sm" checked={it.enabled} disabled={save.isPending} aria-label={t('policies.turnOn', { name: it.name })} onChange={(event) => save.mutate({ id: it.id, draft: { ...listDraftOf(it), enabled: event.currentTarget.checked } })} />,
    },
    {
      header: t('common.actions'),
      as: 'actions',
      cell: (it) => (
        <ActionIcon.Group style={{ justifyContent: 'flex-end' }}>
          <ActionIcon variant="subtle" color="gray" onClick={() => onEdit(it)} aria-label={`${t('common.edit')}: ${it.name}`}>
            <IconPencil size={17} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="red" onClick={() => onDelete(it)} aria-label={`${t('common.delete')}: ${it.name}`}>
            <IconTrash size={17} />
          </ActionIcon>
        </ActionIcon.Group>
      ),
    },
  ];
  return <DataTable columns={columns} rows={lists} isMuted={(it) => !it.enabled} />;
}
