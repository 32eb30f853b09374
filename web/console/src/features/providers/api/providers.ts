import { request } from '@/http';
import type { NewProvider, Provider } from '../types';

export const PROVIDERS = '/provider-keys';
export const providersKey = ['providers'] as const;

export const addProvider = (provider: NewProvider) => request<Provider>('POST', PROVIDERS, provider);
export const removeProvider = (id: string) => request<void>('DELETE', `${PROVIDERS}/${encodeURIComponent(id)}`);
