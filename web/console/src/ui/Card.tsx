import { Paper, type PaperProps } from '@mantine/core';
import type { ReactNode } from 'react';

/** A surface with a thin edge. */
export function Card({ children, ...rest }: PaperProps & { children: ReactNode }) {
  return (
    <Paper withBorder radius="lg" bg="var(--avow-card)" {...rest}>
      {children}
    </Paper>
  );
}
