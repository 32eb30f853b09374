import { useQuery } from '@tanstack/react-query';
import { useChange, usePages } from '@/http';
import { ANNOUNCEMENTS, announce, announcementsKey, readNotice, withdraw } from '../api/announcements';
import type { Announcement } from '../types';

export const useAnnouncements = () => usePages<Announcement>([...announcementsKey, 'list'], ANNOUNCEMENTS);
/** Refused to administrators of whom the public page is not. */
export const useNotice = () => useQuery({ queryKey: [...announcementsKey, 'notice'], queryFn: readNotice, staleTime: 60_000, meta: { quiet: true } });
export const useAnnounce = () => useChange(announcementsKey, announce);
export const useWithdraw = () => useChange(announcementsKey, withdraw);
