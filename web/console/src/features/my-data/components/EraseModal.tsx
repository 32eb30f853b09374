import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLeave } from '@/features/session';
import { save } from '@/http';
import { useEraseMe } from '../hooks/useMyData';
import type { Erasure } from '../types';
import { EraseForm } from './EraseForm';
import { ErasureReceipt } from './ErasureReceipt';

/** Asks, erases, and shows the receipt this one time: the session has ended by then. */
export function EraseModal({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const erase = useEraseMe();
  const leave = useLeave();
  const close = () => {
    if (erase.data) {
      void leave();
    } else if (!erase.isPending) {
      erase.reset();
      onClose();
    }
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      size="lg"
      closeOnClickOutside={!erase.data}
      closeOnEscape={!erase.data}
      title={<Text fw={600}>{t(erase.data ? 'myData.receiptTitle' : 'myData.eraseTitle')}</Text>}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {erase.data ? (
        <Stack>
          <ErasureReceipt erasure={erase.data} />
          <Text size="sm">{t('myData.receiptOnce')}</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => erase.data && saveReceipt(erase.data)}>
              {t('myData.saveReceipt')}
            </Button>
            <Button onClick={close}>{t('myData.leave')}</Button>
          </Group>
        </Stack>
      ) : (
        <EraseForm busy={erase.isPending} error={erase.error} onCancel={close} onConfirm={() => erase.mutate()} />
      )}
    </Modal>
  );
}

const saveReceipt = (erasure: Erasure) =>
  save(new Blob([JSON.stringify(erasure, null, 2)], { type: 'application/json' }), `avow-erasure-${erasure.id}.json`);
