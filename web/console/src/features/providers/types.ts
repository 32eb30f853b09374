export const KINDS = ['openai'] as const;

export interface Provider {
  id: string;
  name: string;
  kind: string;
  base_url: string;
  has_key: boolean;
  created_at: string;
}

export interface NewProvider {
  name: string;
  kind: string;
  base_url: string;
  key?: string;
}
