import { IconKey } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useKeyNames } from '@/features/api-keys';
import { shortId } from '@/format';
import type { AuditEntry } from '../types';
import classes from './Audit.module.css';

/** Who acted: a person, an API key, somebody who was not signed in, or Avow itself. */
export function ActorName({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const keys = useKeyNames();
  if (entry.actor_email) return entry.actor_email;
  if (!entry.actor_id) return t(entry.ip_address ? 'audit.nobody' : 'audit.system');
  const name = keys.get(entry.actor_id);
  if (name === undefined) return <span title={t('audit.unnamedHint')}>{t('audit.unnamed', { id: shortId(entry.actor_id) })}</span>;
  return (
    <span className={classes.key} title={`${t('interactions.apiKey')}: ${name}`}>
      <IconKey size={15} stroke={1.7} role="img" aria-label={t('interactions.apiKey')} />
      {name}
    </span>
  );
}
