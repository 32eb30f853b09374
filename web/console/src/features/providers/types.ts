export const KINDS = ['openai', 'anthropic', 'azure-openai', 'gemini', 'groq', 'mistral', 'ollama'] as const;

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
