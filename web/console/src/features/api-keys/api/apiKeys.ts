import { request } from '@/http';
import type { CreatedApiKey, NewApiKey } from '../types';

export const API_KEYS = '/api-keys';
export const apiKeysKey = ['api-keys'] as const;

export const createApiKey = (key: NewApiKey) => request<CreatedApiKey>('POST', API_KEYS, key);
export const revokeApiKey = (id: string) => request<void>('DELETE', `${API_KEYS}/${encodeURIComponent(id)}`);
