import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';
import classes from './table.module.css';

/** What a row is called, as a link that covers the whole row; the table is `linked`. */
export const RowLink = createLink(function RowAnchor(props: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a {...props} className={classes.link} />;
});
