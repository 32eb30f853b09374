import { Box, Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import classes from './Page.module.css';

/** What a tab is called: several of Avow's can be told apart, in the list of tabs and by who cannot see them. */
export const tabTitle = (page: string) => `${page} – Avow`;

interface Props {
  title: string;
  lead: ReactNode;
  /** The browser's tab and history, which others may see: where `title` is what somebody wrote, what kind of page it is. */
  tab?: string;
  /** Above the title: the way back. */
  above?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every page: title, one line that says what it is for, and what can be done. */
export function Page({ title, tab = title, lead, above, actions, children }: Props) {
  useDocumentTitle(tabTitle(tab));
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
