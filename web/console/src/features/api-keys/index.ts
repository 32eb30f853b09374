export { ApiKeysPage } from './components/ApiKeysPage';
export { useKeyNames } from './hooks/useApiKeys';
