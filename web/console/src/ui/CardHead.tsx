import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** The head of a card that holds a list. */
export function CardHead({ title, lead, actions }: { title: string; lead: string; actions?: ReactNode }) {
  return (
    <Group justify="space-between" align="flex-start" p="md" pb="xs" gap="sm">
      <div style={{ flex: '1 1 240px' }}>
        <Title order={2}>{title}</Title>
        <Text size="sm" c="dimmed">
          {lead}
        </Text>
      </div>
      {actions}
    </Group>
  );
}
