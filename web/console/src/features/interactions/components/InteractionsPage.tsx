import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, ListState, More, Page } from '@/ui';
import { useInteractions } from '../hooks/useInteractions';
import { useLive } from '../hooks/useLive';
import type { Filter } from '../types';
import { FilterBar } from './FilterBar';
import { FirstRequest } from './FirstRequest';
import { InteractionCards } from './InteractionCards';
import { InteractionDrawer } from './InteractionDrawer';
import classes from './Interactions.module.css';
import { InteractionTable } from './InteractionTable';

export function InteractionsPage() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<Filter>({ action: null, finding: null });
  const { query, all, shown } = useInteractions(filter);
  const live = useLive();
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const { id = '' } = useSearch({ from: '/shell/interactions' });
  const navigate = useNavigate();
  const open = (chosen: string) => void navigate({ to: '/interactions', search: { id: chosen } });
  const List = wide ? InteractionTable : InteractionCards;
  return (
    <Page
      title={t('interactions.title')}
      lead={t('interactions.lead')}
      actions={
        <span className={classes.live} data-open={live || undefined} role="status">
          {t(live ? 'interactions.live' : 'interactions.reconnecting')}
        </span>
      }
    >
      <Card>
        <ListState query={query} empty={all.length === 0} whenEmpty={<FirstRequest />}>
          <FilterBar filter={filter} onChange={setFilter} loaded={all} />
          {shown.length > 0 ? (
            <List items={shown} onOpen={open} />
          ) : (
            <Text c="dimmed" size="sm" ta="center" py="xl">
              {t('interactions.noMatch')}
            </Text>
          )}
          <More query={query} />
          {!query.hasNextPage && (
            <Text c="dimmed" size="xs" ta="center" p="sm">
              {t('interactions.summary', { count: all.length })} · {t('interactions.end')}
            </Text>
          )}
        </ListState>
      </Card>
      <InteractionDrawer id={id} onClose={() => void navigate({ to: '/interactions', search: {} })} />
    </Page>
  );
}
