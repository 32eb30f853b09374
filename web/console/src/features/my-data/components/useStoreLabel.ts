import { useTranslation } from 'react-i18next';
import { humanise } from '@/format';

const OUTSIDE = 'processor ';

/** A place's name for people; `processor HOST` is somebody outside. The server may name places of its own. */
export function useStoreLabel(): (store: string) => string {
  const { t, i18n } = useTranslation();
  return (store) => {
    if (store.startsWith(OUTSIDE)) return store.slice(OUTSIDE.length);
    const key = `erasure.stores.${store}`;
    return i18n.exists(key) ? t(key as 'erasure.stores.account') : humanise(store);
  };
}
