import { Alert, Select, Stack } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePeople } from '@/features/people';
import { useIsAdmin } from '@/features/session';
import { shortId } from '@/format';
import { Card, Empty, Page } from '@/ui';
import { ConsentsCard } from './ConsentsCard';

/** The register of consents, person by person (promise P5). The address holds the person's id, never their e-mail. */
export function ConsentsPage({ person }: { person: string | null }) {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  const people = usePeople();
  const navigate = useNavigate();
  const ids = [...new Set([...people.keys(), ...(person ? [person] : [])])];
  return (
    <Page title={t('consents.title')} lead={t('consents.lead')}>
      {admin ? (
        <Stack>
          <Select
            label={t('consents.whose')}
            placeholder={t('consents.choose')}
            searchable
            clearable
            maw={420}
            value={person}
            data={ids.map((id) => ({ value: id, label: people.get(id) ?? shortId(id) }))}
            nothingFoundMessage={t('consents.noPerson')}
            onChange={(id) => void navigate({ to: '/consents', search: id ? { person: id } : {} })}
          />
          {person ? (
            <ConsentsCard key={person} person={person} />
          ) : (
            <Card>
              <Empty icon={<IconUserCheck size={26} />} title={t('consents.chooseTitle')} lead={t('consents.chooseLead')} />
            </Card>
          )}
        </Stack>
      ) : (
        <Alert color="yellow">{t('retention.adminsOnly')}</Alert>
      )}
    </Page>
  );
}
