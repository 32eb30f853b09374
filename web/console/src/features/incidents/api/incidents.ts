import { request, send } from '@/http';
import type { Duty, Incident, NewNotice, Report } from '../types';

export const INCIDENTS = '/incidents';
export const incidentsKey = ['incidents'] as const;

const at = (id: string) => `${INCIDENTS}/${encodeURIComponent(id)}`;
export const peopleOf = (id: string) => `${at(id)}/people`;

export const readIncident = (id: string) => request<Incident>('GET', at(id));
export const openIncident = (report: Partial<Report>) => request<Incident>('POST', INCIDENTS, report);
export const changeIncident = (id: string, changes: Partial<Report>) => request<Incident>('PATCH', at(id), changes);
export const move = (id: string, step: 'assess' | 'contain' | 'close' | 'reopen') => request<Incident>('POST', `${at(id)}/${step}`, {});
export const recordNotice = (id: string, notice: NewNotice) => request<Incident>('POST', `${at(id)}/notices`, notice);
export const waive = (id: string, waiver: { to: Duty; reason: string }) => request<Incident>('POST', `${at(id)}/waivers`, waiver);
export const readDraft = async (id: string, to: Duty, language: string) => (await send(`/api/v1${at(id)}/draft?to=${to}&language=${language}`)).text();
