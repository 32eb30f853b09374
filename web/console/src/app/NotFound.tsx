import { Anchor, Center, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function NotFound() {
  const { t } = useTranslation();
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
