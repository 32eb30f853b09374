import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { type Column, DataTable, EditDelete, When } from '@/ui';
import { useSubject } from '../hooks/useSubject';
import type { Budget } from '../types';
import { Meter } from './Meter';

interface Props {
  budgets: readonly Budget[];
  canChange: boolean;
  onEdit: (budget: Budget) => void;
  onDelete: (budget: Budget) => void;
}

export function BudgetTable({ budgets, canChange, onEdit, onDelete }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const subject = useSubject();
  const columns: Column<Budget>[] = [
    {
      header: t('budgets.ofWhat'),
      as: 'title',
      cell: (it) => (
        <>
          {subject(it)}
          <Text size="xs" c="dimmed" fw={400}>
            {t(`budgets.level.${it.level}`)} · {t(`budgets.per.${it.period}`)}
          </Text>
        </>
      ),
    },
    { header: t('budgets.usd'), cell: (it) => <Meter label={t('budgets.usd')} used={it.usd_used} limit={it.usd} show={format.money} /> },
    { header: t('budgets.tokens'), cell: (it) => <Meter label={t('budgets.tokens')} used={it.tokens_used} limit={it.tokens} show={format.number} /> },
    { header: t('budgets.begins'), as: 'number', cell: (it) => <When at={it.period_end} /> },
    {
      header: t('common.actions'),
      as: 'actions',
      cell: (it) => canChange && <EditDelete name={subject(it)} onEdit={() => onEdit(it)} onDelete={() => onDelete(it)} />,
    },
  ];
  return <DataTable columns={columns} rows={budgets} />;
}
