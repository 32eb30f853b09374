import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** What a list says while it has nothing: why, and what to do about it. */
export function Empty({ icon, title, lead, children }: { icon: ReactNode; title: string; lead: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="sm" py={56} px="lg">
      <ThemeIcon size={52} radius="xl" variant="light" aria-hidden="true">
        {icon}
      </ThemeIcon>
      <Title order={2} ta="center">
        {title}
      </Title>
      <Text c="dimmed" size="sm" ta="center" maw={460}>
        {lead}
      </Text>
      {children}
    </Stack>
  );
}
