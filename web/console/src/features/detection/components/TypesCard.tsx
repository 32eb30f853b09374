import { Group, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, ListState, Tag, useFindingLabel } from '@/ui';
import { useFindingTypes } from '../hooks/useDetection';
import classes from './Detection.module.css';

/** Every type that is built in, by tier, and whether it is looked for. */
export function TypesCard() {
  const { t } = useTranslation();
  const label = useFindingLabel();
  const query = useFindingTypes();
  const [wanted, setWanted] = useState('');
  const needle = wanted.trim().toLowerCase();
  const shown = (query.data ?? []).filter(
    ({ id, origin }) => origin === 'built_in' && (id.includes(needle) || label(id).toLowerCase().includes(needle)),
  );
  return (
    <Card p="lg">
      <Group justify="space-between" align="flex-end" mb="xs" gap="sm">
        <div>
          <Title order={2}>{t('detection.typesTitle')}</Title>
          <Text size="sm" c="dimmed">
            {t('detection.typesLead')}
          </Text>
        </div>
        <TextInput aria-label={t('detection.search')} placeholder={t('detection.search')} leftSection={<IconSearch size={16} />} value={wanted} onChange={(event) => setWanted(event.currentTarget.value)} w={{ base: '100%', xs: 240 }} />
      </Group>
      <ListState query={query} empty={shown.length === 0} whenEmpty={<Text c="dimmed" size="sm" py="sm">{t('detection.noType')}</Text>}>
        {[1, 2, 3].map((tier) => {
          const types = shown.filter((each) => each.tier === tier);
          if (types.length === 0) return null;
          const on = types.some((each) => each.on);
          return (
            <section key={tier} className={classes.tier} aria-label={t('findings.tier', { tier })}>
              <Group gap="xs">
                <Text fw={600} size="sm">
                  {t('findings.tier', { tier })}
                </Text>
                <Tag tone={on ? 'green' : 'neutral'} dot>
                  {t(on ? 'detection.on' : 'detection.off')}
                </Tag>
                <Text size="xs" c="dimmed">
                  {t('detection.types', { count: types.length })}
                </Text>
              </Group>
              <ul className={classes.types}>
                {types.map(({ id, on: active }) => (
                  <li key={id}>
                    <Tag tone={active ? 'amber' : 'neutral'} title={id}>
                      {label(id)}
                    </Tag>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </ListState>
    </Card>
  );
}
