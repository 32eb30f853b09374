export { InteractionsPage } from './components/InteractionsPage';
