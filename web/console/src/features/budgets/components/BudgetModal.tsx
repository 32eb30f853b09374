import { Group, Modal, NumberInput, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useKeyNames } from '@/features/api-keys';
import { usePeople } from '@/features/people';
import { FormFoot, takeFault, useFocusBack } from '@/ui';
import { type BudgetValues, EMPTY_BUDGET, limitsOf, newBudget } from '../hooks/budgetValues';
import { useChangeBudget, useMakeBudget } from '../hooks/useBudgets';
import { type Budget, LEVELS } from '../types';

interface Props {
  /** Null for a new one. Of one that is there only the limits change. */
  budget: Budget | null;
  onClose: () => void;
}

export function BudgetModal({ budget, onClose }: Props) {
  const { t } = useTranslation();
  useFocusBack();
  const make = useMakeBudget();
  const change = useChangeBudget();
  const keys = useKeyNames();
  const people = usePeople();
  const form = useForm<BudgetValues>({
    initialValues: budget ? { ...budget, subject: budget.subject_id, usd: budget.usd ?? '', tokens: budget.tokens ?? '' } : EMPTY_BUDGET,
    validate: {
      subject: (value, { level }) => (level === 'tenant' || value ? null : t('common.required')),
      usd: (value, { tokens }) => (value === '' && tokens === '' ? t('budgets.oneLimit') : null),
    },
  });
  const { level } = form.values;
  const subjects = level === 'api_key' ? keys : people;
  const submit = form.onSubmit((values) => {
    const told = {
      onSuccess: () => {
        notifications.show({ message: t('budgets.saved') });
        onClose();
      },
      onError: (error: unknown) => takeFault(form, values, error, { subject_id: 'subject' }),
    };
    if (budget) change.mutate({ id: budget.id, limits: limitsOf(values) }, told);
    else make.mutate(newBudget(values), told);
  });
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{t(budget ? 'budgets.editTitle' : 'budgets.add')}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {!budget && (
            <>
              <Select label={t('budgets.ofWhat')} allowDeselect={false} data={LEVELS.map((value) => ({ value, label: t(`budgets.level.${value}`) }))} {...form.getInputProps('level')} onChange={(value) => form.setValues({ level: (value ?? 'tenant') as BudgetValues['level'], subject: null })} />
              {level !== 'tenant' && <Select key={level} label={t(`budgets.which.${level}`)} searchable data={[...subjects].map(([value, label]) => ({ value, label }))} nothingFoundMessage={t('budgets.nothing')} {...form.getInputProps('subject')} />}
              <SegmentedControl fullWidth aria-label={t('budgets.period')} data={(['day', 'month'] as const).map((value) => ({ value, label: t(`budgets.per.${value}`) }))} {...form.getInputProps('period')} />
            </>
          )}
          <Group grow align="flex-start">
            <NumberInput label={t('budgets.usd')} description={t('budgets.usdHint')} prefix="$ " min={0} max={1_000_000} decimalScale={6} data-autofocus={budget !== null || undefined} {...form.getInputProps('usd')} />
            <NumberInput label={t('budgets.tokens')} description={t('budgets.tokensHint')} min={0} allowDecimal={false} thousandSeparator=" " {...form.getInputProps('tokens')} />
          </Group>
          <Text size="xs" c="dimmed">
            {t('budgets.note')}
          </Text>
          <FormFoot submit={t('common.save')} busy={make.isPending || change.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
