import { Button, Center, Stack, Text } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { describe } from '@/errors';

/** Stands in for a page that could not be shown. */
export function Failed({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Center mih="60vh" p="lg">
      <Stack align="center">
        <Text fw={600}>{t('errors.title')}</Text>
        <Text size="sm">{describe(error)}</Text>
        <Button onClick={() => window.location.reload()}>{t('common.retry')}</Button>
      </Stack>
    </Center>
  );
}
