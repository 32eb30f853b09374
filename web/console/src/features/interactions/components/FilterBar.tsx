import { Button, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ACTION_TONE, useFindingLabel } from '@/ui';
import { KNOWN_FINDING_TYPES, type PolicyAction } from '@/words';
import type { Filter, Interaction } from '../types';
import classes from './Interactions.module.css';

const ACTIONS = Object.keys(ACTION_TONE) as PolicyAction[];

interface Props {
  filter: Filter;
  onChange: (filter: Filter) => void;
  loaded: readonly Interaction[];
}

/** Filters over the loaded list, and how its decisions divide. */
export function FilterBar({ filter, onChange, loaded }: Props) {
  const { t } = useTranslation();
  const label = useFindingLabel();
  const types = new Set<string>([...KNOWN_FINDING_TYPES.slice(0, 4), ...loaded.flatMap((i) => i.classifications.map((c) => c.type))]);
  const filtered = filter.action !== null || filter.finding !== null;
  return (
    <div className={classes.bar}>
      <Select
        size="xs"
        className={classes.filter}
        aria-label={t('interactions.filterAction')}
        placeholder={t('interactions.allActions')}
        clearable
        value={filter.action}
        onChange={(action) => onChange({ ...filter, action: action as PolicyAction | null })}
        data={ACTIONS.map((value) => ({ value, label: t(`action.${value}`) }))}
      />
      <Select
        size="xs"
        className={classes.filter}
        aria-label={t('interactions.filterFinding')}
        placeholder={t('interactions.allFindings')}
        clearable
        searchable
        value={filter.finding}
        onChange={(finding) => onChange({ ...filter, finding })}
        data={[...types].map((value) => ({ value, label: label(value) }))}
      />
      {filtered && (
        <Button size="xs" variant="subtle" onClick={() => onChange({ action: null, finding: null })}>
          {t('interactions.clear')}
        </Button>
      )}
      <ul className={classes.mix} aria-label={t('interactions.mix')}>
        {ACTIONS.map((action) => ({ action, count: loaded.filter((i) => i.policy_action === action).length }))
          .filter(({ count }) => count > 0)
          .map(({ action, count }) => (
            <li key={action}>
              <span className={classes.dot} data-tone={ACTION_TONE[action]} aria-hidden="true" />
              {t(`action.${action}`)} {count}
            </li>
          ))}
      </ul>
    </div>
  );
}
