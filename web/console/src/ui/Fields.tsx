import type { ReactNode } from 'react';
import classes from './Fields.module.css';

export interface Field {
  label: string;
  value: ReactNode;
  wide?: boolean;
}

/** Names and values, as a description list in two columns. */
export function Fields({ fields }: { fields: readonly Field[] }) {
  return (
    <dl className={classes.fields}>
      {fields.map((field) => (
        <div key={field.label} className={classes.field} data-wide={field.wide || undefined}>
          <dt className={classes.label}>{field.label}</dt>
          <dd className={classes.value}>{field.value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
