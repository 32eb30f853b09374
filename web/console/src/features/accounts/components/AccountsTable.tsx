import { ActionIcon, Group, Text, Tooltip } from '@mantine/core';
import { IconMailPlus, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/features/people';
import { useMe } from '@/features/session';
import { useFormat } from '@/format';
import { type Column, DataTable, Tag, When } from '@/ui';
import { isInvited, nameOf } from '../hooks/people';
import { GroupTags } from './GroupTags';

interface Props {
  people: readonly Person[];
  onEdit: (person: Person) => void;
  onInvite: (person: Person) => void;
}

export function AccountsTable({ people, onEdit, onInvite }: Props) {
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
            {isInvited(it) && <Tag tone="blue">{t('accounts.invited')}</Tag>}
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
        <Group gap={2} wrap="nowrap" justify="flex-end">
          {!it.can_sign_in && it.status === 'active' && (
            <Tooltip label={t('accounts.invitation')}>
              <ActionIcon variant="subtle" color="gray" onClick={() => onInvite(it)} aria-label={`${t('accounts.invitation')}: ${nameOf(it)}`}>
                <IconMailPlus size={17} />
              </ActionIcon>
            </Tooltip>
          )}
          <Tooltip label={t('accounts.edit')}>
            <ActionIcon variant="subtle" color="gray" onClick={() => onEdit(it)} aria-label={`${t('accounts.edit')}: ${nameOf(it)}`}>
              <IconPencil size={17} />
            </ActionIcon>
          </Tooltip>
        </Group>
      ),
    },
  ];
  return <DataTable columns={columns} rows={people} isMuted={(it) => it.status === 'closed'} />;
}
