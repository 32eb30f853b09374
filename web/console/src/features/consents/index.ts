export { ConsentsCard } from './components/ConsentsCard';
export { ConsentsPage } from './components/ConsentsPage';
