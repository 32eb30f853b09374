import { Button, Stack, Text } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Card, CardHead } from '@/ui';
import { lettersOf } from '../hooks/lettersOf';
import { useLetter } from '../hooks/useRequests';
import type { PrivacyRequest } from '../types';

/** The letters that fit the request as it stands, as PDF. */
export function LettersCard({ request }: { request: PrivacyRequest }) {
  const { t } = useTranslation();
  const letter = useLetter(request.id);
  const kinds = lettersOf(request);
  return (
    <Card>
      <CardHead title={t('requests.lettersTitle')} lead={t('requests.lettersLead')} />
      <Stack p="md" pt={4} gap="xs" align="flex-start">
        {kinds.map((kind) => (
          <Button key={kind} variant="default" size="xs" leftSection={<IconFileTypePdf size={16} />} loading={letter.isPending && letter.variables === kind} onClick={() => letter.mutate(kind)}>
            {t(`requests.letter.${kind}`)}
          </Button>
        ))}
        {kinds.length === 0 && <Text size="sm">{t('requests.noLetters')}</Text>}
      </Stack>
    </Card>
  );
}
