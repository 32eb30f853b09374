import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { humanise } from '@/format';

/** The word for a finding type; of one that the console does not know, its name made readable. */
export function useFindingLabel(): (type: string) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (type) => {
      const key = `finding.${type}`;
      return i18n.exists(key) ? t(key as 'finding.email') : humanise(type);
    },
    [t, i18n],
  );
}
