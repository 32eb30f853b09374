import { Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, EditDelete, Tag, useFindingLabel } from '@/ui';
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
      cell: (it) => <EditDelete name={it.name} onEdit={() => onEdit(it)} onDelete={() => onDelete(it)} />,
    },
  ];
  return <DataTable columns={columns} rows={lists} isMuted={(it) => !it.enabled} />;
}
