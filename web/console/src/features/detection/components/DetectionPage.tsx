import { Button, Drawer, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus, IconZoomScan } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { Card, Confirm, Empty, ListState, More, Page } from '@/ui';
import { useDeleteRecognizer, useRecognizers } from '../hooks/useDetection';
import type { Recognizer } from '../types';
import { ListsCard } from './ListsCard';
import { RecognizerForm } from './RecognizerForm';
import { RecognizerTable } from './RecognizerTable';
import { TryBox } from './TryBox';
import { TypesCard } from './TypesCard';

export function DetectionPage() {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  const query = useRecognizers();
  const remove = useDeleteRecognizer();
  // undefined: closed; null: a new one.
  const [edited, setEdited] = useState<Recognizer | null | undefined>(undefined);
  const [doomed, setDoomed] = useState<Recognizer | null>(null);
  const recognizers = query.data?.pages.flatMap((page) => page.items) ?? [];
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited(null)}>
      {t('detection.add')}
    </Button>
  );
  const removed = () => {
    notifications.show({ message: t('detection.deleted') });
    setDoomed(null);
  };
  return (
    <Page title={t('detection.title')} lead={admin ? t('detection.lead') : t('common.readOnly')} actions={admin && add}>
      <Stack gap="lg">
        <Card>
          <ListState query={query} empty={recognizers.length === 0} whenEmpty={<Empty icon={<IconZoomScan size={26} />} title={t('detection.empty')} lead={t(admin ? 'detection.emptyLead' : 'detection.emptyViewer')}>{admin && add}</Empty>}>
            <RecognizerTable recognizers={recognizers} canChange={admin} onEdit={setEdited} onDelete={setDoomed} />
            <More query={query} />
          </ListState>
        </Card>
        {admin && <ListsCard />}
        {admin && <TryBox />}
        <TypesCard />
      </Stack>
      <Drawer opened={edited !== undefined} onClose={() => setEdited(undefined)} size={560} title={<Text fw={650}>{t(edited ? 'detection.editTitle' : 'detection.newTitle')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {edited !== undefined && <RecognizerForm recognizer={edited} onDone={() => setEdited(undefined)} />}
      </Drawer>
      <Confirm
        opened={doomed !== null}
        title={t('detection.deleteTitle')}
        lead={t('detection.deleteLead', { name: doomed?.name ?? '' })}
        confirm={t('common.delete')}
        busy={remove.isPending}
        onClose={() => setDoomed(null)}
        onConfirm={() => doomed && remove.mutate(doomed.id, { onSuccess: removed })}
      />
    </Page>
  );
}
