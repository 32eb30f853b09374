/** What a kind of provider asks of the form. The server has the last word: it refuses a kind that it does not know by naming those that it does. */
export interface Kind {
  /** Its API's usual address, which may be left out; null where there is none in common. */
  url: string | null;
  /** What an address of it looks like. */
  like: string;
  /** Which hint stands at the key. */
  key: 'usual' | 'aws' | 'google' | 'local';
}

export const KINDS: Record<string, Kind> = {
  openai: { url: null, like: 'https://api.openai.com/v1', key: 'usual' },
  anthropic: { url: 'https://api.anthropic.com', like: 'https://api.anthropic.com', key: 'usual' },
  'azure-openai': { url: null, like: 'https://RESOURCE.openai.azure.com/openai/v1', key: 'usual' },
  bedrock: { url: null, like: 'https://bedrock-runtime.REGION.amazonaws.com', key: 'aws' },
  cohere: { url: 'https://api.cohere.com', like: 'https://api.cohere.com', key: 'usual' },
  gemini: { url: 'https://generativelanguage.googleapis.com/v1beta', like: 'https://generativelanguage.googleapis.com/v1beta', key: 'usual' },
  groq: { url: 'https://api.groq.com/openai/v1', like: 'https://api.groq.com/openai/v1', key: 'usual' },
  mistral: { url: 'https://api.mistral.ai/v1', like: 'https://api.mistral.ai/v1', key: 'usual' },
  ollama: { url: 'http://127.0.0.1:11434/v1', like: 'http://127.0.0.1:11434/v1', key: 'local' },
  vertex: {
    url: null,
    like: 'https://LOCATION-aiplatform.googleapis.com/v1/projects/PROJECT/locations/LOCATION',
    key: 'google',
  },
};

/** What is wrong with a base URL for that kind, as a key of the words; null where nothing is. */
export function urlFault(kind: string, url: string): 'urlNeeded' | 'urlWrong' | null {
  const text = url.trim();
  if (text === '') return KINDS[kind]?.url ? null : 'urlNeeded';
  return /^https?:\/\/\S+$/.test(text) && !/REGION|RESOURCE|LOCATION|PROJECT/.test(text) ? null : 'urlWrong';
}
