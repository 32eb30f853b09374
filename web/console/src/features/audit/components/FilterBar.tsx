import { Button, SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EVERYTHING_CHANGED } from '../hooks/filter';
import { useActors } from '../hooks/useActors';
import type { AuditAction, AuditEntry, Filter } from '../types';
import classes from './Audit.module.css';
import { DaysFilter } from './DaysFilter';

interface Props {
  filter: Filter;
  onChange: (filter: Filter) => void;
  actions: readonly AuditAction[];
  loaded: readonly AuditEntry[];
}

const KINDS = ['change', 'look', 'all'] as const;

/** Which entries are shown: changes or looks, of which action, by whom, when. The server looks for them. */
export function FilterBar({ filter, onChange, actions, loaded }: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const actors = useActors(loaded, filter.actor, opened);
  const set = (part: Partial<Filter>) => onChange({ ...filter, ...part });
  const kindOf = (action: string) => actions.find((each) => each.action === action)?.kind;
  const fitting = actions.filter(({ kind }) => filter.kind === 'all' || kind === filter.kind).map(({ action }) => action);
  // What is loaded may be newer than the actions are.
  const names = [...new Set([...fitting, ...loaded.map(({ action }) => action), ...(filter.action ? [filter.action] : [])])].sort();
  const narrowed = filter.action !== null || filter.actor !== null || filter.from !== null || filter.to !== null;
  const setKind = (kind: Filter['kind']) => {
    // An action of the other kind would find nothing.
    const fits = kind === 'all' || filter.action === null || kindOf(filter.action) === kind;
    set(fits ? { kind } : { kind, action: null });
  };
  return (
    <div className={classes.bar} role="search" aria-label={t('audit.filter')}>
      <SegmentedControl
        size="xs"
        className={classes.kinds}
        aria-label={t('audit.kind')}
        value={filter.kind}
        onChange={(kind) => setKind(kind as Filter['kind'])}
        data={KINDS.map((value) => ({ value, label: t(`audit.kinds.${value}`) }))}
      />
      <Select
        size="xs"
        className={classes.filter}
        aria-label={t('audit.action')}
        placeholder={t('audit.anyAction')}
        nothingFoundMessage={t('audit.noSuchAction')}
        clearable
        searchable
        value={filter.action}
        onChange={(action) => set({ action })}
        data={names}
        classNames={{ dropdown: classes.dropdown }}
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      />
      <Select
        size="xs"
        className={classes.filter}
        aria-label={t('audit.actor')}
        placeholder={t('audit.anybody')}
        nothingFoundMessage={t('audit.noSuchActor')}
        clearable
        searchable
        onDropdownOpen={() => setOpened(true)}
        value={filter.actor}
        onChange={(actor) => set({ actor })}
        data={actors}
        classNames={{ dropdown: classes.dropdown }}
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      />
      <DaysFilter from={filter.from} to={filter.to} onChange={set} />
      {narrowed && (
        <Button size="xs" variant="subtle" onClick={() => onChange({ ...EVERYTHING_CHANGED, kind: filter.kind })}>
          {t('audit.clear')}
        </Button>
      )}
    </div>
  );
}
