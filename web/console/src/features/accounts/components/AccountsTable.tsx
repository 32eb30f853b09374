import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/features/people';
import { useMe } from '@/features/session';
import { useFormat } from '@/format';
import { type Column, DataTable, Tag, When } from '@/ui';
import { nameOf } from '../hooks/people';
import { GroupTags } from './GroupTags';

export function AccountsTable({ people, onEdit }: { people: readonly Person[]; onEdit: (person: Person) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const columns: Column<Person>[] = [
    {
      header: t('accounts.who'),
      as: 'title',
      cell: (it) => (
        <>
          <Group gap={6}>
            {nameOf(it)}
            {it.id === me.id && <Tag>{t('accounts.you')}</Tag>}
            {it.status === 'closed' && <Tag>{t('accounts.closed')}</Tag>}
            {it.restricted_at && (
              <Tag tone="amber" title={t('accounts.restrictedSince', { time: format.moment(it.restricted_at) })}>
                {t('accounts.restricted')}
              </Tag>
            )}
          </Group>
          {nameOf(it) !== it.email && (
            <Text size="xs" c="dimmed" fw={400}>
              {it.email}
            </Text>
          )}
        </>
      ),
    },
    { header: t('accounts.role'), cell: (it) => t(it.role === 'admin' ? 'account.roleAdmin' : 'account.roleViewer') },
    { header: t('accounts.groups'), cell: (it) => <GroupTags groups={it.groups} /> },
    { header: t('accounts.since'), as: 'number', cell: (it) => format.instantDay(it.created_at) },
    { header: t('accounts.lastLogin'), as: 'number', cell: (it) => (it.last_login ? <When at={it.last_login} /> : t('common.never')) },
    {
      header: t('common.actions'),
      as: 'actions',
      cell: (it) => (
        <Tooltip label={t('accounts.edit')}>
          <ActionIcon variant="subtle" color="gray" onClick={() => onEdit(it)} aria-label={`${t('accounts.edit')}: ${nameOf(it)}`}>
            <IconPencil size={17} />
          </ActionIcon>
        </Tooltip>
      ),
    },
  ];
  return <DataTable columns={columns} rows={people} isMuted={(it) => it.status === 'closed'} />;
}
