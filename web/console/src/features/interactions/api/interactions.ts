import { request } from '@/http';
import type { Interaction } from '../types';

export const INTERACTIONS = '/interactions';
export const STREAM = '/api/v1/interactions/stream';
export const interactionsKey = ['interactions'] as const;

export const readInteraction = (id: string, signal: AbortSignal) =>
  request<Interaction>('GET', `${INTERACTIONS}/${encodeURIComponent(id)}`, undefined, signal);
