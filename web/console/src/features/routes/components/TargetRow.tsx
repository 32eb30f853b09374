import { ActionIcon, Autocomplete, NumberInput, Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useProviderNames } from '@/features/providers';
import { modelsOf } from '../hooks/turnsOf';
import { useModelNames } from '../hooks/useRoutes';
import type { RouteDraft } from '../types';
import classes from './Routes.module.css';

/** One target: provider, model, the order in which it is asked, and its share among those of the same order. */
export function TargetRow({ form, at, onRemove }: { form: UseFormReturnType<RouteDraft>; at: number; onRemove: (() => void) | null }) {
  const { t } = useTranslation();
  const names = useModelNames().data ?? [];
  const target = form.values.targets[at];
  const providers = [...new Set(['avow', ...useProviderNames(), ...(target?.provider ? [target.provider] : [])])];
  const field = (name: string) => form.getInputProps(`targets.${at}.${name}`);
  return (
    <div className={classes.row} role="group" aria-label={t('routes.target', { number: at + 1 })}>
      <Select className={classes.whole ?? ''} label={t('routes.provider')} data={providers} searchable {...field('provider')} />
      <Autocomplete className={classes.whole ?? ''} label={t('routes.model')} data={modelsOf(names, target?.provider ?? '')} maxLength={200} {...field('model')} />
      <NumberInput label={t('routes.priority')} min={1} max={1000} allowDecimal={false} {...field('priority')} />
      <NumberInput label={t('routes.weight')} min={1} max={1_000_000} allowDecimal={false} {...field('weight')} />
      <ActionIcon className={classes.remove ?? ''} variant="subtle" color="red" disabled={!onRemove} onClick={() => onRemove?.()} aria-label={`${t('common.delete')}: ${t('routes.target', { number: at + 1 })}`}>
        <IconTrash size={17} />
      </ActionIcon>
    </div>
  );
}
