import { Box, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Page.module.css';

interface Props {
  title: string;
  lead: ReactNode;
  /** Above the title: the way back. */
  above?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every page: title, one line that says what it is for, and what can be done. */
export function Page({ title, lead, above, actions, children }: Props) {
  return (
    <Box className={classes.page}>
      <Group justify="space-between" align="flex-end" mb="lg" gap="sm">
        <div className={classes.head}>
          {above}
          <Title order={1}>{title}</Title>
          <Text component="div" c="dimmed" size="sm" mt={2}>
            {lead}
          </Text>
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Box>
  );
}
