export { ProvidersPage } from './components/ProvidersPage';
