export { usePeople } from './hooks/usePeople';
