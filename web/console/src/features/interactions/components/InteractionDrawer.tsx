import { Drawer, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useInteraction } from '../hooks/useInteractions';
import { InteractionDetails } from './InteractionDetails';

/** Shows one interaction over the list. `id` is empty while it is closed. */
export function InteractionDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, isError } = useInteraction(id);
  return (
    <Drawer
      opened={id !== ''}
      onClose={onClose}
      size={520}
      title={<Text fw={650}>{t('interactions.drawer')}</Text>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {data ? (
        <InteractionDetails item={data} />
      ) : isError ? (
        <Text size="sm">{t('errors.listFailed')}</Text>
      ) : (
        <Stack>
          <Skeleton height={60} />
          <Skeleton height={180} />
        </Stack>
      )}
    </Drawer>
  );
}
