import { Group, Text } from '@mantine/core';

export function Logo() {
  return (
    <Group gap={10} wrap="nowrap">
      <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="#177a64" />
        <path d="M8.5 23.5 16 8l7.5 15.5" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" />
        <circle cx="16" cy="20.5" r="2.3" fill="#ffd479" />
      </svg>
      <Text component="span" fw={700} fz={18} lh={1}>
        Avow
      </Text>
    </Group>
  );
}
