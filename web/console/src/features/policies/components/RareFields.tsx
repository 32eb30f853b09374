import { Chip, Group, NumberInput, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DAYS } from '../types';
import classes from './Policies.module.css';
import type { PolicyValues } from './policyValues';

const ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/** The conditions that few policies have: hours of days, a share of all, an expression. */
export function RareFields({ form }: { form: UseFormReturnType<PolicyValues> }) {
  const { t } = useTranslation();
  const { timed, time } = form.values;
  const zones = ZONES.includes(time.zone) ? ZONES : [time.zone, ...ZONES];
  return (
    <>
      <Switch label={t('policies.timed')} {...form.getInputProps('timed', { type: 'checkbox' })} />
      {timed && (
        <Stack gap="xs" className={classes.part}>
          <Chip.Group multiple {...form.getInputProps('time.days')}>
            <Group gap={6} role="group" aria-label={t('policies.days')}>
              {DAYS.map((day) => (
                <Chip key={day} value={day} size="xs" radius="sm">
                  {t(`policies.day.${day}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          <div className={classes.hours}>
            <TextInput type="time" label={t('policies.from')} {...form.getInputProps('time.from')} />
            <TextInput type="time" label={t('policies.until')} {...form.getInputProps('time.until')} />
            <Select className={classes.zone ?? ''} searchable allowDeselect={false} label={t('policies.zone')} data={zones} {...form.getInputProps('time.zone')} />
          </div>
          <span className={classes.hint}>{t('policies.timeHint')}</span>
        </Stack>
      )}
      <NumberInput label={t('policies.share')} description={t('policies.shareHint')} placeholder={t('policies.all')} suffix=" %" min={0} max={100} decimalScale={6} {...form.getInputProps('sample')} />
      <Textarea label={t('policies.expression')} description={t('policies.expressionHint')} className={classes.code} autosize minRows={1} maxRows={6} maxLength={1000} spellCheck={false} placeholder="risk > 0.5 && 'email' in finding_types" {...form.getInputProps('expression')} />
    </>
  );
}
