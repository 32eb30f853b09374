export { RetentionPage } from './components/RetentionPage';
