import { Button, Center, Stack, Text, Title } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { describe } from '@/errors';

/** Stands in for a page that could not be shown. */
export function Failed({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Center mih="60vh" p="lg">
      <Stack align="center">
        <Title order={1}>{t('errors.title')}</Title>
        <Text size="sm">{describe(error)}</Text>
        <Button onClick={() => window.location.reload()}>{t('common.retry')}</Button>
      </Stack>
    </Center>
  );
}
