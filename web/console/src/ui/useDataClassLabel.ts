import { useTranslation } from 'react-i18next';
import { humanise } from '@/format';

/** The word for a kind of data that is kept; the server may know some that the console has no word for. */
export function useDataClassLabel(): (name: string) => string {
  const { t, i18n } = useTranslation();
  return (name) => {
    const key = `retention.class.${name}`;
    return i18n.exists(key) ? t(key as 'retention.class.interactions') : humanise(name);
  };
}
