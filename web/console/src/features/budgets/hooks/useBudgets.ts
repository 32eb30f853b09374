import { useChange, usePages } from '@/http';
import { BUDGETS, budgetsKey, changeBudget, makeBudget, removeBudget } from '../api/budgets';
import type { Budget } from '../types';

export const useBudgets = () => usePages<Budget>([...budgetsKey, 'list'], BUDGETS, 200);
export const useMakeBudget = () => useChange(budgetsKey, makeBudget);
export const useChangeBudget = () => useChange(budgetsKey, changeBudget);
export const useRemoveBudget = () => useChange(budgetsKey, removeBudget);
