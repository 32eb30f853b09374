import { request } from '@/http';
import type { Announcement, NewAnnouncement, Notice } from '../types';

export const ANNOUNCEMENTS = '/trust-announcements';
export const announcementsKey = ['announcements'] as const;

export const readNotice = () => request<Notice>('GET', `${ANNOUNCEMENTS}/notice`);
export const announce = (announcement: NewAnnouncement) => request<Announcement>('POST', ANNOUNCEMENTS, announcement);
export const withdraw = (id: string) => request<Announcement>('POST', `${ANNOUNCEMENTS}/${encodeURIComponent(id)}/withdraw`, {});
