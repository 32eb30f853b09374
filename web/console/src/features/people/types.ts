/** An account, as administrators see it. */
export interface Person {
  id: string;
  email: string;
  first_name: string | null;
  last_name: string | null;
  role: 'admin' | 'viewer';
  /** By which policies name the person; case matters. */
  groups: string[];
  created_at: string;
  last_login: string | null;
  status: 'active' | 'closed';
  /** Since when no model is asked for the person; null where none is restricted. */
  restricted_at: string | null;
  /** Whether there is a password; without one the account is for keys. */
  can_sign_in: boolean;
  /** Until when an invitation counts; null where there is none. */
  invited_until: string | null;
}
