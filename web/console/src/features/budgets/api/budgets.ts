import { request } from '@/http';
import type { Budget, Limits, NewBudget } from '../types';

export const BUDGETS = '/budgets';
export const budgetsKey = ['budgets'] as const;

const at = (id: string) => `${BUDGETS}/${encodeURIComponent(id)}`;

export const makeBudget = (budget: NewBudget) => request<Budget>('POST', BUDGETS, budget);
export const changeBudget = ({ id, limits }: { id: string; limits: Limits }) => request<Budget>('PATCH', at(id), limits);
export const removeBudget = (id: string) => request<void>('DELETE', at(id));
