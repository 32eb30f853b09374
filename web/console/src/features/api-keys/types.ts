export type Scope = 'models' | 'read' | 'admin';
export const SCOPES: readonly Scope[] = ['models', 'read', 'admin'];

export interface ApiKey {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  user_id: string | null;
  created_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
  /** Null: never. */
  expires_at: string | null;
}

/** The answer to a creation: the only time that the key itself is sent. */
export interface CreatedApiKey extends ApiKey {
  key: string;
}

export interface NewApiKey {
  name: string;
  scopes: string[];
  user_email?: string;
}
