import { Box, Button, Group, Text } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { CopyText, Empty } from '@/ui';

/** What the list shows before the first use of a model: how to make one. Keys are an administrator's to make. */
export function FirstRequest() {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  const curl = [
    `curl ${window.location.origin}/v1/chat/completions \\`,
    '  -H "Authorization: Bearer $AVOW_KEY" \\',
    '  -H "Content-Type: application/json" \\',
    `  -d '{"model": "avow/mirror", "messages": [{"role": "user",`,
    `       "content": "Write to lea.moreau@example.com"}]}'`,
  ].join('\n');
  return (
    <Empty icon={<IconActivity size={26} />} title={t('interactions.empty')} lead={t(admin ? 'interactions.emptyLead' : 'interactions.emptyViewer')}>
      <Group justify="center" gap="xs">
        <Button component={Link} to="/try">
          {t('interactions.emptyTry')}
        </Button>
        {admin && (
          <Button component={Link} to="/keys" variant="default">
            {t('interactions.emptyKey')}
          </Button>
        )}
      </Group>
      <Box w="100%" maw={600} mt="md">
        <Text size="sm" c="dimmed" mb={6}>
          {t('interactions.emptyCurl')}
        </Text>
        <CopyText text={curl} block />
      </Box>
    </Empty>
  );
}
