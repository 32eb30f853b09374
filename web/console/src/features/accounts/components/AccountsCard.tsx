import { Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/features/people';
import { Card, ListState, More } from '@/ui';
import { found } from '../hooks/people';
import { useAccounts } from '../hooks/useAccounts';
import classes from './Accounts.module.css';
import { AccountsTable } from './AccountsTable';
import { GroupsModal } from './GroupsModal';
import { InvitationModal } from './InvitationModal';

/** Every account, newest first. A search that finds little reads on by itself, since the end of the list is in sight then. */
export function AccountsCard() {
  const { t } = useTranslation();
  const query = useAccounts();
  const [wanted, setWanted] = useState('');
  const [edited, setEdited] = useState<Person | null>(null);
  const [invited, setInvited] = useState<Person | null>(null);
  const people = query.data?.pages.flatMap((page) => page.items) ?? [];
  const shown = found(people, wanted);
  return (
    <Card>
      <div className={classes.search}>
        <TextInput type="search" aria-label={t('accounts.search')} placeholder={t('accounts.search')} leftSection={<IconSearch size={16} />} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} maw={360} />
      </div>
      <ListState query={query} empty={false} whenEmpty={null}>
        {shown.length > 0 ? (
          <AccountsTable people={shown} onEdit={setEdited} onInvite={setInvited} />
        ) : (
          <Text size="sm" c="dimmed" p="md" role="status">
            {t(query.hasNextPage ? 'accounts.noneYet' : 'accounts.none')}
          </Text>
        )}
        <More query={query} />
      </ListState>
      {edited && <GroupsModal person={edited} people={people} onClose={() => setEdited(null)} />}
      {invited && <InvitationModal person={invited} onClose={() => setInvited(null)} />}
    </Card>
  );
}
