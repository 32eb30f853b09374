import type { NewAnnouncement, Notice } from '../types';

/** An announcement as the form holds it. */
export interface AnnouncementValues {
  effective_on: string;
  text: string;
  text_fr: string;
}

export const emptyAnnouncement = (notice: Notice): AnnouncementValues => ({ effective_on: notice.earliest_on, text: '', text_fr: '' });

export const announcementDraft = ({ effective_on, text, text_fr }: AnnouncementValues): NewAnnouncement => ({ effective_on, text: text.trim(), text_fr: text_fr.trim() || null });

/** What is wrong with a day; null where it may be announced for. Days compare as text. */
export function wrongDay(day: string, notice: Notice): 'required' | 'tooEarly' | 'tooLate' | null {
  if (!day) return 'required';
  if (day < notice.earliest_on) return 'tooEarly';
  return day > notice.latest_on ? 'tooLate' : null;
}
