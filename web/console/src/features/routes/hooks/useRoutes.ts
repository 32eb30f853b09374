import { useQuery } from '@tanstack/react-query';
import { useChange, usePages } from '@/http';
import { readModels, removeRoute, ROUTES, routesKey, saveRoute } from '../api/routes';
import type { Route } from '../types';

export const useRoutes = () => usePages<Route>([...routesKey, 'list'], ROUTES, 200);
export const useSaveRoute = () => useChange(routesKey, saveRoute);
export const useRemoveRoute = () => useChange(routesKey, removeRoute);
export const useModelNames = () => useQuery({ queryKey: [...routesKey, 'models'], queryFn: readModels, retry: false });
