import { IconKey, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWho } from '../hooks/useWho';
import type { Interaction } from '../types';
import classes from './Interactions.module.css';

/** Who stands behind an interaction: a key or a person, told apart by the sign before the name. */
export function Who({ item }: { item: Interaction }) {
  const { t } = useTranslation();
  const name = useWho()(item);
  const Icon = item.api_key_id ? IconKey : IconUser;
  const kind = t(item.api_key_id ? 'interactions.apiKey' : 'interactions.user');
  return (
    <span className={classes.who} title={`${kind}: ${name}`}>
      <Icon size={15} stroke={1.7} role="img" aria-label={kind} />
      <span>{name}</span>
    </span>
  );
}
