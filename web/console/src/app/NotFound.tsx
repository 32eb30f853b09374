import { Anchor, Center, Stack, Title } from '@mantine/core';
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
        <Title order={1}>{t('app.notFound')}</Title>
        <Anchor component={Link} to="/interactions">
          {t('app.home')}
        </Anchor>
      </Stack>
    </Center>
  );
}
