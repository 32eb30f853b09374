import { Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, EditDelete, OnOff, Tag } from '@/ui';
import { useSaveRecognizer } from '../hooks/useDetection';
import type { Recognizer } from '../types';
import { draftOf } from './recognizerValues';

interface Props {
  recognizers: readonly Recognizer[];
  canChange: boolean;
  onEdit: (recognizer: Recognizer) => void;
  onDelete: (recognizer: Recognizer) => void;
}

export function RecognizerTable({ recognizers, canChange, onEdit, onDelete }: Props) {
  const { t } = useTranslation();
  const save = useSaveRecognizer();
  const columns: Column<Recognizer>[] = [
    {
      header: t('common.name'),
      as: 'title',
      cell: (it) => (
        <>
          {it.name}
          {it.description && (
            <Text size="xs" c="dimmed">
              {it.description}
            </Text>
          )}
        </>
      ),
    },
    {
      header: t('detection.looksFor'),
      cell: (it) => (
        <Group gap={4}>
          {it.patterns.slice(0, 2).map((pattern) => (
            <Code key={pattern} style={{ overflowWrap: 'anywhere' }}>
              {pattern}
            </Code>
          ))}
          {it.patterns.length > 2 && <Tag>+{it.patterns.length - 2}</Tag>}
          {it.words.length > 0 && <Tag tone="blue">{t('detection.wordCount', { count: it.words.length })}</Tag>}
          {it.checksum && <Tag tone="green">{it.checksum}</Tag>}
          {it.context.required && <Tag tone="violet">{t('detection.onlyNear')}</Tag>}
        </Group>
      ),
    },
    { header: t('detection.confidence'), as: 'number', cell: (it) => `${Math.round(it.confidence * 100)} %` },
    {
      header: t('detection.on'),
      cell: (it) => (
        <OnOff on={it.enabled} name={it.name} canChange={canChange} busy={save.isPending} onChange={(enabled) => save.mutate({ id: it.id, draft: { ...draftOf(it), enabled } })} />
      ),
    },
    {
      header: t('common.actions'),
      as: 'actions',
      cell: (it) => canChange && <EditDelete name={it.name} onEdit={() => onEdit(it)} onDelete={() => onDelete(it)} />,
    },
  ];
  return <DataTable columns={columns} rows={recognizers} isMuted={(it) => !it.enabled} />;
}
