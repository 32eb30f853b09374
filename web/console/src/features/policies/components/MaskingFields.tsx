import { ActionIcon, Button, SegmentedControl, Select, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CHECKSUMS } from '../types';
import type { TypeChoice } from './ConditionFields';
import { ModeSelect } from './ModeSelect';
import classes from './Policies.module.css';
import { isForRequests, type PolicyValues } from './policyValues';

/** What stands in the place of what is found: one mode for all, and others for single types. */
export function MaskingFields({ form, types }: { form: UseFormReturnType<PolicyValues>; types: TypeChoice[] }) {
  const { t } = useTranslation();
  const { mode, modes } = form.values;
  const taken = new Set(modes.map(({ type }) => type));
  const free = types.filter(({ value }) => !taken.has(value));
  const made = [mode, ...modes.map((each) => each.mode)].includes('synthetic');
  return (
    <>
      <ModeSelect label={t('policies.mode')} {...form.getInputProps('mode')} />
      {modes.map(({ type }, at) => (
        // Rows have no name of their own, and what stands in one moves up when one above it goes.
        <div key={at} className={classes.mode} role="group" aria-label={t('policies.modeOf', { number: at + 1 })}>
          <Select searchable allowDeselect={false} aria-label={t('lists.type')} data={types.filter(({ value }) => value === type || !taken.has(value))} {...form.getInputProps(`modes.${at}.type`)} />
          <ModeSelect comboboxProps={{ width: 300, position: 'bottom-end' }} aria-label={t('policies.mode')} {...form.getInputProps(`modes.${at}.mode`)} />
          <ActionIcon variant="subtle" color="red" onClick={() => form.removeListItem('modes', at)} aria-label={`${t('common.delete')}: ${t('policies.modeOf', { number: at + 1 })}`}>
            <IconTrash size={17} />
          </ActionIcon>
        </div>
      ))}
      {form.errors['modes'] && (
        <Text size="xs" c="red">
          {form.errors['modes']}
        </Text>
      )}
      <Button variant="light" size="xs" leftSection={<IconPlus size={15} />} style={{ alignSelf: 'flex-start' }} disabled={free.length === 0} onClick={() => form.insertListItem('modes', { type: free[0]?.value ?? '', mode: 'placeholder' })}>
        {t('policies.addMode')}
      </Button>
      {made && (
        <div>
          <Text size="sm" fw={500} mb={4} id="policy-checksum">
            {t('policies.checksum')}
          </Text>
          <SegmentedControl size="xs" aria-labelledby="policy-checksum" data={CHECKSUMS.map((value) => ({ value, label: t(`policies.checksums.${value}`) }))} {...form.getInputProps('checksum')} />
        </div>
      )}
      {!isForRequests(form.values) && <span className={classes.hint}>{t('policies.answerModes')}</span>}
    </>
  );
}
