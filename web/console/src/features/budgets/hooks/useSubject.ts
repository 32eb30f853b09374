import { useTranslation } from 'react-i18next';
import { useKeyNames } from '@/features/api-keys';
import { usePeople } from '@/features/people';
import { shortId } from '@/format';
import type { Budget } from '../types';

/** What a budget is of: a key by its name, a person by their address, or everything. */
export function useSubject(): (budget: Pick<Budget, 'level' | 'subject_id'>) => string {
  const { t } = useTranslation();
  const keys = useKeyNames();
  const people = usePeople();
  return ({ level, subject_id }) =>
    level === 'tenant' ? t('budgets.everything') : ((level === 'api_key' ? keys : people).get(subject_id) ?? shortId(subject_id));
}
