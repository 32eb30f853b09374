import { Alert, Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { Page } from '@/ui';
import { AccountsCard } from './AccountsCard';

/** A tenant's accounts, and the groups by which policies name people (promises I2, B7). */
export function AccountsPage() {
  const { t } = useTranslation();
  const admin = useIsAdmin();
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
    <Page title={t('accounts.title')} lead={lead}>
      {admin ? <AccountsCard /> : <Alert color="yellow">{t('retention.adminsOnly')}</Alert>}
    </Page>
  );
}
