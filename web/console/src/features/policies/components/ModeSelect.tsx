import { Select, type SelectProps, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Mode, MODES } from '../types';
import classes from './Policies.module.css';

/** What `4111 1111 1111 1111` becomes. */
const EXAMPLES: Record<Mode, string> = {
  pseudonym: '[PAYMENT_CARD_1]',
  placeholder: '<PAYMENT_CARD>',
  synthetic: '4242 4200 4180 5399',
  hash: '<PAYMENT_CARD:5d0c…>',
  partial: '**** **** **** 1111',
  remove: '',
};

/** A masking mode, each with what it makes of a card's number. */
export function ModeSelect(props: Omit<SelectProps, 'data'>) {
  const { t } = useTranslation();
  return (
    <Select
      allowDeselect={false}
      maxDropdownHeight={460}
      data={MODES.map((value) => ({ value, label: t(`policies.modes.${value}`) }))}
      renderOption={({ option }) => (
        <div>
          <Text size="sm">{option.label}</Text>
          <Text size="xs" c="dimmed">
            {t(`policies.modeHint.${option.value as Mode}`)}
          </Text>
          {EXAMPLES[option.value as Mode] && <span className={classes.example}>{EXAMPLES[option.value as Mode]}</span>}
        </div>
      )}
      {...props}
    />
  );
}
