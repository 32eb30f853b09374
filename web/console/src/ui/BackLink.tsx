import { IconArrowLeft } from '@tabler/icons-react';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';
import classes from './BackLink.module.css';

/** The way back to a list, above the title of one of its things. */
export const BackLink = createLink(function BackAnchor({ children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a {...rest} className={classes.back}>
      <IconArrowLeft size={15} aria-hidden="true" />
      {children}
    </a>
  );
});
