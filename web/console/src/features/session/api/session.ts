import { request } from '@/http';
import type { Acceptance, Credentials, FirstAccount, User } from '../types';

export const readMe = () => request<User>('GET', '/users/me');
export const signIn = (credentials: Credentials) => request<{ user: User }>('POST', '/sessions', credentials);
export const signOut = () => request<void>('DELETE', '/sessions/current');
export const readSetup = () => request<{ needed: boolean }>('GET', '/setup');
export const acceptInvitation = (acceptance: Acceptance) => request<unknown>('POST', '/invitations/accept', acceptance);
export const createFirstAccount = (account: FirstAccount) => request<unknown>('POST', '/setup', account);
