import type { NewProvider } from '../types';

export interface ProviderValues {
  name: string;
  kind: string;
  base_url: string;
  key: string;
  region: string | null;
  agreement: string;
}

export const EMPTY_PROVIDER: ProviderValues = { name: '', kind: 'openai', base_url: '', key: '', region: null, agreement: '' };

/** What is sent; what is empty is left out, so that the server takes what is the kind's own. */
export const providerDraft = ({ name, kind, base_url, key, region, agreement }: ProviderValues): NewProvider => ({
  name: name.trim(),
  kind,
  ...(base_url.trim() ? { base_url: base_url.trim() } : {}),
  ...(key ? { key } : {}),
  ...(region ? { region } : {}),
  ...(agreement.trim() ? { agreement: agreement.trim() } : {}),
});
