import { Alert, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { Page } from '@/ui';
import { ErasuresCard } from './ErasuresCard';
import { HoldsCard } from './HoldsCard';
import { PreviewCard } from './PreviewCard';
import { ValuesCard } from './ValuesCard';

/** How long things are kept, what holds them, and who was erased (promises R1, R5, P2). */
export function RetentionPage() {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  return (
    <Page title={t('retention.title')} lead={t('retention.lead')}>
      {admin ? (
        <Stack>
          <SimpleGrid cols={{ base: 1, lg: 2 }} style={{ alignItems: 'start' }}>
            <ValuesCard />
            <PreviewCard />
          </SimpleGrid>
          <HoldsCard />
          <ErasuresCard />
        </Stack>
      ) : (
        <Alert color="yellow">{t('retention.adminsOnly')}</Alert>
      )}
    </Page>
  );
}
