import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Accounts.module.css';

/** What comes of being in these groups: which policies name each. A group that none names has no effect yet, or is mistyped. */
export function GroupEffects({ groups, named }: { groups: readonly string[]; named: ReadonlyMap<string, readonly string[]> }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t('accounts.effect')} aria-live="polite">
      <Text size="sm" fw={550}>
        {t('accounts.effect')}
      </Text>
      {groups.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('accounts.noGroups')}
        </Text>
      ) : (
        <>
          <ul className={classes.effects}>
            {groups.map((group) => {
              const policies = named.get(group);
              const words = !policies ? t('accounts.unnamed') : policies.length > 0 ? t('accounts.namedBy', { policies: policies.join(', ') }) : t('accounts.namedByNone');
              return (
                <Text key={group} component="li" size="sm" data-named={(policies?.length ?? 0) > 0}>
                  <strong>{group}</strong> – {words}
                </Text>
              );
            })}
          </ul>
          <Text size="xs" c="dimmed">
            {t('accounts.everybodyElse')}
          </Text>
        </>
      )}
    </section>
  );
}
