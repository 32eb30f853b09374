export { dryRun } from './api/policies';
export { PoliciesPage } from './components/PoliciesPage';
export { groupChoices } from './hooks/namedGroups';
export { useNamedGroups } from './hooks/useNamedGroups';
export type { DryRun } from './types';
