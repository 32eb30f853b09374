import { useTranslation } from 'react-i18next';
import { Tag } from '@/ui';
import classes from './Accounts.module.css';

const MOST = 5;

/** A person's groups in short; all of them stand where they are edited. */
export function GroupTags({ groups }: { groups: readonly string[] }) {
  const { t } = useTranslation();
  if (groups.length === 0) return <span>–</span>;
  const rest = groups.slice(MOST);
  return (
    <ul className={classes.groups}>
      {groups.slice(0, MOST).map((group) => (
        <li key={group}>
          <Tag tone="blue" title={group}>
            <span className={classes.group}>{group}</span>
          </Tag>
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <Tag title={rest.join(', ')}>{t('accounts.more', { count: rest.length })}</Tag>
        </li>
      )}
    </ul>
  );
}
