import { Anchor, Center, Stack, Text } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { tabTitle } from '@/ui';

export function NotFound() {
  const { t } = useTranslation();
  useDocumentTitle(tabTitle(t('app.notFoundTitle')));
  return (
    <Center mih="60vh">
      <Stack align="center">
        <Text fw={600}>{t('app.notFound')}</Text>
        <Anchor component={Link} to="/interactions">
          {t('app.home')}
        </Anchor>
      </Stack>
    </Center>
  );
}
