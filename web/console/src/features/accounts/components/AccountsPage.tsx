import { Alert, Anchor, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { Page } from '@/ui';
import { AccountsCard } from './AccountsCard';
import { InviteModal } from './InviteModal';

/** A tenant's accounts, and the groups by which policies name people (promises I2, B7). */
export function AccountsPage() {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  const [inviting, { open, close }] = useDisclosure();
  const invite = (
    <Button leftSection={<IconUserPlus size={16} />} onClick={open}>
      {t('accounts.invite')}
    </Button>
  );
  const lead = (
    <>
      {t('accounts.lead')}{' '}
      {admin && (
        <Anchor component={Link} to="/policies" inherit>
          {t('accounts.toPolicies')}
        </Anchor>
      )}
    </>
  );
  return (
    <Page title={t('accounts.title')} lead={lead} actions={admin && invite}>
      {admin ? <AccountsCard /> : <Alert color="yellow">{t('retention.adminsOnly')}</Alert>}
      {inviting && <InviteModal onClose={close} />}
    </Page>
  );
}
