import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConsentsCard } from '@/features/consents';
import { Card, Page } from '@/ui';
import { useCopy } from '../hooks/useMyData';
import { COPY_FORMATS } from '../types';
import { EraseModal } from './EraseModal';

/** What a person may ask of their own data (promises P1 to P4 and P8). */
export function MyDataPage() {
  const { t } = useTranslation();
  const copy = useCopy();
  const [erasing, { open, close }] = useDisclosure();
  return (
    <Page title={t('myData.title')} lead={t('myData.lead')}>
      <Stack maw={820}>
        <Card p="lg">
          <Title order={2}>{t('myData.copyTitle')}</Title>
          <Text size="sm" mt={6}>
            {t('myData.copyLead')}
          </Text>
          <Text size="sm" c="dimmed" mt={6}>
            {t('myData.copyHint')}
          </Text>
          <Group gap="xs" mt="md">
            {COPY_FORMATS.map((format) => (
              <Button
                key={format}
                variant={format === 'json' ? 'filled' : 'default'}
                leftSection={<IconDownload size={16} />}
                loading={copy.isPending && copy.variables === format}
                disabled={copy.isPending}
                onClick={() => copy.mutate(format)}
              >
                {t(`myData.format.${format}`)}
              </Button>
            ))}
          </Group>
        </Card>
        <ConsentsCard person="me" />
        <Card p="lg">
          <Title order={2}>{t('myData.eraseTitle')}</Title>
          <Text size="sm" mt={6}>
            {t('myData.eraseLead')}
          </Text>
          <Button mt="md" variant="outline" color="red" onClick={open}>
            {t('myData.eraseOpen')}
          </Button>
        </Card>
      </Stack>
      <EraseModal opened={erasing} onClose={close} />
    </Page>
  );
}
