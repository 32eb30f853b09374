import { useTranslation } from 'react-i18next';
import { useKeyNames } from '@/features/api-keys';
import { useMe } from '@/features/session';
import { shortId } from '@/format';
import type { Interaction } from '../types';

/** Names who stands behind an interaction, as well as this person may know it. */
export function useWho(): (item: Interaction) => string {
  const { t } = useTranslation();
  const me = useMe();
  const keys = useKeyNames();
  return (item) => {
    if (item.api_key_id) return keys.get(item.api_key_id) ?? shortId(item.api_key_id);
    if (item.user_id === me.id) return t('interactions.you');
    return item.user_id ? t('interactions.person', { id: shortId(item.user_id) }) : t('interactions.someone');
  };
}
