import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Tag.module.css';

export type Tone = 'neutral' | 'violet' | 'amber' | 'red' | 'blue' | 'green';

/** A small coloured word. Every tone keeps a contrast of at least 4.5 to 1, in light and dark. */
export function Tag({ tone = 'neutral', dot, children, title }: { tone?: Tone; dot?: boolean; children: ReactNode; title?: string }) {
  return (
    <Box component="span" className={classes.tag} data-tone={tone} data-dot={dot || undefined} title={title}>
      {children}
    </Box>
  );
}
