import { request, send } from '@/http';
import type { Route, RouteDraft } from '../types';

export const ROUTES = '/routes';
export const routesKey = ['routes'] as const;

const at = (id: string) => `${ROUTES}/${encodeURIComponent(id)}`;

/** Makes one where `id` is null, else changes it. */
export const saveRoute = ({ id, draft }: { id: string | null; draft: RouteDraft }) => (id === null ? request<Route>('POST', ROUTES, draft) : request<Route>('PATCH', at(id), draft));
export const removeRoute = (id: string) => request<void>('DELETE', at(id));

/** Every model that can be named, as OpenAI's API lists them. */
export async function readModels(): Promise<string[]> {
  const answer = (await (await send('/v1/models')).json()) as { data?: { id: string }[] };
  return (answer.data ?? []).map(({ id }) => id);
}
