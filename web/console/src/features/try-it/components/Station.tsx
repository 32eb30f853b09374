import { Group, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MarkKind } from '@/text';
import classes from './TryIt.module.css';

interface Props {
  kind: MarkKind;
  icon: ReactNode;
  title: string;
  hint: string;
  legend: string;
  arrow?: boolean;
  children: ReactNode;
}

/** One of the three places of a message. Its name in the test tree is `data-station`. */
export function Station({ kind, icon, title, hint, legend, arrow, children }: Props) {
  return (
    <section className={classes.station} data-kind={kind} data-station={kind} aria-label={title}>
      <header className={classes.head}>
        <Group gap={8} wrap="nowrap">
          {icon}
          <Text component="h2" fw={650} fz={15} m={0}>
            {title}
          </Text>
        </Group>
        <Group justify="space-between" mt={2} wrap="nowrap">
          <Text size="xs" c="dimmed">
            {hint}
          </Text>
          <Text size="xs" className={classes.legend}>
            {legend}
          </Text>
        </Group>
      </header>
      <div className={classes.body}>{children}</div>
      {arrow && (
        <span className={classes.arrow} aria-hidden="true">
          <IconArrowRight size={16} />
        </span>
      )}
    </section>
  );
}
