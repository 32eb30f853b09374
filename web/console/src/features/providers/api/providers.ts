import { request } from '@/http';
import type { Health, NewProvider, Place, Provider } from '../types';

export const PROVIDERS = '/provider-keys';
export const providersKey = ['providers'] as const;

export const addProvider = (provider: NewProvider) => request<Provider>('POST', PROVIDERS, provider);
export const removeProvider = (id: string) => request<void>('DELETE', `${PROVIDERS}/${encodeURIComponent(id)}`);
export const placeProvider = ({ id, place }: { id: string; place: Place }) => request<Provider>('PATCH', `${PROVIDERS}/${encodeURIComponent(id)}`, place);
export const readHealth = () => request<{ items: Health[] }>('GET', '/providers/health?limit=200');
