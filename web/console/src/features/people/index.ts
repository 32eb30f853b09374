export { peopleKey } from './api/people';
export { usePeople, usePeoplesGroups } from './hooks/usePeople';
export type { Person } from './types';
