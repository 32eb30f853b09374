export { dryRun } from './api/policies';
export { PoliciesPage } from './components/PoliciesPage';
export type { DryRun } from './types';
