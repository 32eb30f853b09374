import { Button, Drawer, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, CardHead, Confirm, ListState, More } from '@/ui';
import { useDeleteList, useLists } from '../hooks/useDetection';
import type { DetectionList } from '../types';
import { ListForm } from './ListForm';
import { ListTable } from './ListTable';

/** The tenant's own words that are always found, or never. */
export function ListsCard() {
  const { t } = useTranslation();
  const query = useLists();
  const remove = useDeleteList();
  // undefined: closed; null: a new one.
  const [edited, setEdited] = useState<DetectionList | null | undefined>(undefined);
  const [doomed, setDoomed] = useState<DetectionList | null>(null);
  const lists = query.data?.pages.flatMap((page) => page.items) ?? [];
  const removed = () => {
    notifications.show({ message: t('lists.deleted') });
    setDoomed(null);
  };
  return (
    <Card>
      <CardHead
        title={t('lists.title')}
        lead={t('lists.lead')}
        actions={
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setEdited(null)}>
            {t('lists.add')}
          </Button>
        }
      />
      <ListState query={query} empty={lists.length === 0} whenEmpty={<Text size="sm" px="md" pb="md">{t('lists.empty')}</Text>}>
        <ListTable lists={lists} onEdit={setEdited} onDelete={setDoomed} />
        <More query={query} />
      </ListState>
      <Drawer opened={edited !== undefined} onClose={() => setEdited(undefined)} size={560} title={<Text fw={650}>{t(edited ? 'lists.editTitle' : 'lists.add')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {edited !== undefined && <ListForm list={edited} onDone={() => setEdited(undefined)} />}
      </Drawer>
      <Confirm
        opened={doomed !== null}
        title={t('lists.deleteTitle')}
        lead={t(doomed?.kind === 'allow' ? 'lists.deleteAllow' : 'lists.deleteDeny', { name: doomed?.name ?? '' })}
        confirm={t('common.delete')}
        busy={remove.isPending}
        onClose={() => setDoomed(null)}
        onConfirm={() => doomed && remove.mutate(doomed.id, { onSuccess: removed })}
      />
    </Card>
  );
}
