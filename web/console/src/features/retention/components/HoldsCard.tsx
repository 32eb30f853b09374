import { Button, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '@/features/people';
import { shortId, useFormat } from '@/format';
import { Card, CardHead, type Column, Confirm, DataTable, ListState, More, Tag } from '@/ui';
import { useHolds, useReleaseHold } from '../hooks/useRetention';
import type { LegalHold } from '../types';
import { NewHoldModal } from './NewHoldModal';

/** The legal holds, also those that were released; places and releases them. */
export function HoldsCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useHolds();
  const people = usePeople();
  const release = useReleaseHold();
  const [placing, { open, close }] = useDisclosure();
  const [chosen, setChosen] = useState<LegalHold | null>(null);
  const holds = query.data?.pages.flatMap((page) => page.items) ?? [];
  const span = ({ from, to }: LegalHold) =>
    !from && !to ? t('retention.allTime') : `${from ? format.instantDay(from) : '…'} – ${to ? format.lastDay(to) : '…'}`;
  const columns: Column<LegalHold>[] = [
    {
      header: t('common.name'),
      as: 'title',
      cell: (hold) => (
        <>
          {hold.name}
          <Text size="xs" c="dimmed" fw={400} lineClamp={2}>
            {hold.reason}
          </Text>
        </>
      ),
    },
    {
      header: t('retention.who'),
      cell: ({ user_ids }) => {
        if (user_ids.length === 0) return t('retention.everybody');
        const names = user_ids.map((id) => people.get(id) ?? t('interactions.person', { id: shortId(id) }));
        const rest = names.length - 2;
        return (
          <Tooltip label={names.slice(0, 20).join(', ')} disabled={rest <= 0} multiline maw={320}>
            <span>
              {names.slice(0, 2).join(', ')}
              {rest > 0 && ` ${t('retention.andMore', { count: rest })}`}
            </span>
          </Tooltip>
        );
      },
    },
    { header: t('retention.when'), as: 'number', cell: span },
    { header: t('retention.expected'), as: 'number', cell: (hold) => (hold.expected_end ? format.day(hold.expected_end) : '–') },
    {
      header: t('retention.status'),
      cell: (hold) => (
        <Tag tone={hold.status === 'in_force' ? 'amber' : 'neutral'} dot>
          {hold.released_at ? t('retention.releasedOn', { time: format.shortTime(hold.released_at) }) : t('retention.inForce')}
        </Tag>
      ),
    },
    {
      header: t('common.actions'),
      as: 'actions',
      cell: (hold) =>
        hold.status === 'in_force' && (
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => setChosen(hold)} aria-label={`${t('retention.release')}: ${hold.name}`}>
            {t('retention.release')}
          </Button>
        ),
    },
  ];
  return (
    <Card>
      <CardHead
        title={t('retention.holdsTitle')}
        lead={t('retention.holdsLead')}
        actions={
          <Button leftSection={<IconPlus size={16} />} onClick={open}>
            {t('retention.place')}
          </Button>
        }
      />
      <ListState query={query} empty={holds.length === 0} whenEmpty={<Text size="sm" p="md">{t('retention.noHolds')}</Text>}>
        <DataTable columns={columns} rows={holds} isMuted={(hold) => hold.status === 'released'} />
        <More query={query} />
      </ListState>
      <NewHoldModal opened={placing} onClose={close} />
      <Confirm
        opened={chosen !== null}
        title={t('retention.releaseTitle')}
        lead={t('retention.releaseLead', { name: chosen?.name ?? '' })}
        confirm={t('retention.release')}
        busy={release.isPending}
        onClose={() => setChosen(null)}
        onConfirm={() => chosen && release.mutate(chosen.id, { onSuccess: () => setChosen(null) })}
      />
    </Card>
  );
}
