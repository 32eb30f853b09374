export { BudgetsPage } from './components/BudgetsPage';
