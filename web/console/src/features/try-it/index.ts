export { TryItPage } from './components/TryItPage';
