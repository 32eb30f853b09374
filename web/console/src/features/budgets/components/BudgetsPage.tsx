import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCoin, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAdmin } from '@/features/session';
import { Card, Confirm, Empty, ListState, More, Page } from '@/ui';
import { useSubject } from '../hooks/useSubject';
import { useBudgets, useRemoveBudget } from '../hooks/useBudgets';
import type { Budget } from '../types';
import { BudgetModal } from './BudgetModal';
import { BudgetTable } from './BudgetTable';

/** How much may be spent, and how it stands (reserved before, settled after). */
export function BudgetsPage() {
  const { t } = useTranslation();
  const admin = useIsAdmin();
  const query = useBudgets();
  const remove = useRemoveBudget();
  const subject = useSubject();
  // undefined: closed; null: a new one.
  const [edited, setEdited] = useState<Budget | null | undefined>(undefined);
  const [doomed, setDoomed] = useState<Budget | null>(null);
  const budgets = query.data?.pages.flatMap((page) => page.items) ?? [];
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited(null)}>
      {t('budgets.add')}
    </Button>
  );
  const removed = () => {
    notifications.show({ message: t('budgets.removed') });
    setDoomed(null);
  };
  return (
    <Page title={t('budgets.title')} lead={admin ? t('budgets.lead') : t('common.readOnly')} actions={admin && add}>
      <Card>
        <ListState query={query} empty={budgets.length === 0} whenEmpty={<Empty icon={<IconCoin size={26} />} title={t('budgets.empty')} lead={t(admin ? 'budgets.emptyLead' : 'budgets.emptyViewer')}>{admin && add}</Empty>}>
          <BudgetTable budgets={budgets} canChange={admin} onEdit={setEdited} onDelete={setDoomed} />
          <More query={query} />
        </ListState>
      </Card>
      {edited !== undefined && <BudgetModal budget={edited} onClose={() => setEdited(undefined)} />}
      <Confirm
        opened={doomed !== null}
        title={t('budgets.removeTitle')}
        lead={t('budgets.removeLead', { name: doomed ? subject(doomed) : '' })}
        confirm={t('common.delete')}
        busy={remove.isPending}
        onClose={() => setDoomed(null)}
        onConfirm={() => doomed && remove.mutate(doomed.id, { onSuccess: removed })}
      />
    </Page>
  );
}
