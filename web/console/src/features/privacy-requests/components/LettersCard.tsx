import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFileTypePdf, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, CardHead, Confirm } from '@/ui';
import { lettersOf } from '../hooks/lettersOf';
import { useLetter, useLetterMail, useMails } from '../hooks/useRequests';
import type { Letter, PrivacyRequest } from '../types';

/** The letters that fit the request as it stands, as PDF; where a mail server is set up they can be mailed from here. */
export function LettersCard({ request }: { request: PrivacyRequest }) {
  const { t } = useTranslation();
  const letter = useLetter(request.id);
  const mail = useLetterMail(request.id);
  const sending = useMails(request.id).data?.sending ?? false;
  const [asked, setAsked] = useState<Letter | null>(null);
  const kinds = lettersOf(request);
  return (
    <Card>
      <CardHead title={t('requests.lettersTitle')} lead={t(sending ? 'requests.lettersMailLead' : 'requests.lettersLead')} />
      <Stack p="md" pt={4} gap="xs">
        {kinds.map((kind) => (
          <Group key={kind} gap="xs">
            <Button variant="default" size="xs" leftSection={<IconFileTypePdf size={16} />} loading={letter.isPending && letter.variables === kind} onClick={() => letter.mutate(kind)}>
              {t(`requests.letter.${kind}`)}
            </Button>
            {sending && (
              <Button variant="subtle" size="xs" px={10} leftSection={<IconSend size={15} />} aria-label={t('requests.mailLetter', { letter: t(`requests.letter.${kind}`) })} onClick={() => setAsked(kind)}>
                {t('requests.mailIt')}
              </Button>
            )}
          </Group>
        ))}
        {kinds.length === 0 && <Text size="sm">{t('requests.noLetters')}</Text>}
      </Stack>
      <Confirm
        opened={asked !== null}
        title={t('requests.mailTitle')}
        lead={t('requests.mailLead', { contact: request.contact ?? '', letter: t(`requests.letter.${asked ?? 'acknowledgement'}`) })}
        confirm={t('requests.mailIt')}
        busy={mail.isPending}
        onClose={() => setAsked(null)}
        onConfirm={() =>
          asked &&
          mail.mutate(asked, {
            onSuccess: () => {
              notifications.show({ message: t('requests.mailing') });
              setAsked(null);
            },
          })
        }
      />
    </Card>
  );
}
