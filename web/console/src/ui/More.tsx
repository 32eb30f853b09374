import { Button, Center } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** Fetches the next page when it comes into sight; also a button, for the keyboard. */
export function More({ query }: Props) {
  const { t } = useTranslation();
  const { ref, entry } = useIntersection({ rootMargin: '300px' });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const inSight = entry?.isIntersecting ?? false;

  // External system: the viewport (IntersectionObserver), which says when the end of the list is near.
  useEffect(() => {
    if (inSight && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [inSight, hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (!hasNextPage) return null;
  return (
    <Center ref={ref} p="sm">
      <Button variant="subtle" size="xs" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
        {t('common.more')}
      </Button>
    </Center>
  );
}
