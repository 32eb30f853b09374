export { PrivacyRequestPage } from './components/PrivacyRequestPage';
export { PrivacyRequestsPage } from './components/PrivacyRequestsPage';
