import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, describe } from '@/errors';

interface Props {
  query: { isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown; data: unknown };
  empty: boolean;
  whenEmpty: ReactNode;
  children: ReactNode;
}

/** Loading, failed, empty or there: the four states of a list. */
export function ListState({ query, empty, whenEmpty, children }: Props) {
  const { t } = useTranslation();
  if (query.isPending) {
    return (
      <Stack gap="sm" p="md" aria-busy="true" aria-label={t('app.loading')}>
        {Array.from({ length: 6 }, (_, row) => (
          <Skeleton key={row} height={22} />
        ))}
      </Stack>
    );
  }
  if (query.isError && query.data === undefined) {
    // A page of one thing, by its address.
    if (query.error instanceof ApiError && query.error.status === 404) {
      return (
        <Alert color="yellow" m="md" title={t('errors.gone')}>
          {t('errors.goneLead')}
        </Alert>
      );
    }
    return (
      <Alert color="red" m="md" title={t('errors.listFailed')}>
        <Stack align="flex-start" gap="xs">
          {describe(query.error)}
          <Button size="xs" variant="default" onClick={() => query.refetch()}>
            {t('common.retry')}
          </Button>
        </Stack>
      </Alert>
    );
  }
  return <>{empty ? whenEmpty : children}</>;
}
