import { useTranslation } from 'react-i18next';
import { humanise } from '@/format';

const OUTSIDE = 'processor ';
const KEPT_THERE = /^(files|batches) at (.+)$/;

/** A place's name for people; `processor HOST` is somebody outside, `files at HOST` what it keeps. The server may name places of its own. */
export function useStoreLabel(): (store: string) => string {
  const { t, i18n } = useTranslation();
  return (store) => {
    if (store.startsWith(OUTSIDE)) return store.slice(OUTSIDE.length);
    const there = KEPT_THERE.exec(store);
    if (there) return t(`erasure.at.${there[1] as 'files' | 'batches'}`, { host: there[2] });
    const key = `erasure.stores.${store}`;
    return i18n.exists(key) ? t(key as 'erasure.stores.account') : humanise(store);
  };
}
