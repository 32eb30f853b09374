export { RoutesPage } from './components/RoutesPage';
