import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card, CardHead, ListState } from '@/ui';
import { useModelNames } from '../hooks/useRoutes';
import classes from './Routes.module.css';

/** Every name that callers may give, as the providers list their models now. */
export function ModelsCard() {
  const { t } = useTranslation();
  const query = useModelNames();
  const names = query.data ?? [];
  return (
    <Card>
      <CardHead title={t('routes.models')} lead={t('routes.modelsLead')} />
      <ListState query={query} empty={names.length === 0} whenEmpty={<Text size="sm" px="md" pb="md">{t('routes.noModels')}</Text>}>
        <ul className={classes.models}>
          {names.map((name) => (
            <li key={name} className={classes.target}>
              {name}
            </li>
          ))}
        </ul>
      </ListState>
    </Card>
  );
}
