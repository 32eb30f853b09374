import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayField } from '@/format';
import { filterOf } from '../hooks/filter';
import type { Filter } from '../types';
import classes from './Audit.module.css';

type Days = Pick<Filter, 'from' | 'to'>;

const PRESETS = ['any', 'today', 'week', 'month', 'days'] as const;
type Preset = (typeof PRESETS)[number];

/** How many days back a preset begins. */
const BACK = { today: 0, week: 6, month: 29 };

function presetOf({ from, to }: Days): Preset {
  if (!from && !to) return 'any';
  const found = (['today', 'week', 'month'] as const).find((preset) => !to && from === dayField(BACK[preset]));
  return found ?? 'days';
}

/** Some days, of which the usual are at hand; both given ones are shown whole. */
export function DaysFilter({ from, to, onChange }: Days & { onChange: (days: Days) => void }) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  const preset = choosing ? 'days' : presetOf({ from, to });
  const choose = (next: Preset) => {
    setChoosing(next === 'days');
    if (next === 'any') onChange({ from: null, to: null });
    else if (next !== 'days') onChange({ from: dayField(BACK[next]), to: null });
  };
  /** A day that is still being typed is none, and the end does not come before the beginning. */
  const setDay = (name: 'from' | 'to', value: string) => {
    const day = filterOf({ [name]: value })[name];
    if (value !== '' && day === null) return;
    const days = { from, to, [name]: day };
    if (days.from && days.to && days.from > days.to) days[name === 'from' ? 'to' : 'from'] = day;
    onChange(days);
  };
  return (
    <>
      <Select
        size="xs"
        className={classes.filter}
        aria-label={t('audit.when')}
        allowDeselect={false}
        value={preset}
        onChange={(next) => choose((next ?? 'any') as Preset)}
        data={PRESETS.map((value) => ({ value, label: t(`audit.times.${value}`) }))}
      />
      {preset === 'days' && (
        <span className={classes.days}>
          <TextInput type="date" size="xs" aria-label={t('audit.from')} defaultValue={from ?? ''} key={`from ${from}`} max={dayField()} onChange={(event) => setDay('from', event.currentTarget.value)} />
          <span aria-hidden="true">–</span>
          <TextInput type="date" size="xs" aria-label={t('audit.to')} defaultValue={to ?? ''} key={`to ${to}`} onChange={(event) => setDay('to', event.currentTarget.value)} />
        </span>
      )}
    </>
  );
}
