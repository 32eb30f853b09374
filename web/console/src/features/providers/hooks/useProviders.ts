import { useChange, usePages } from '@/http';
import { addProvider, PROVIDERS, providersKey, removeProvider } from '../api/providers';
import type { Provider } from '../types';

export const useProviders = () => usePages<Provider>(providersKey, PROVIDERS);
export const useAddProvider = () => useChange(providersKey, addProvider);
export const useRemoveProvider = () => useChange(providersKey, removeProvider);
