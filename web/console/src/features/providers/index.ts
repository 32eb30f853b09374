export { ProvidersPage } from './components/ProvidersPage';
export { useProviderNames } from './hooks/useProviders';
