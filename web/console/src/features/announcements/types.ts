export interface Announcement {
  id: string;
  announced_at: string;
  /** A day, by UTC. */
  effective_on: string;
  /** In English. */
  text: string;
  text_fr: string | null;
  withdrawn_at: string | null;
  /** When the last person with an account had been written to; null where no mail is set up. */
  mailed_at: string | null;
  /** Of the public page, which came of it. */
  version: number | null;
}

export interface NewAnnouncement {
  effective_on: string;
  text: string;
  text_fr: string | null;
}

/** For which days a change may be announced now, by UTC. */
export interface Notice {
  days: number;
  earliest_on: string;
  latest_on: string;
}
