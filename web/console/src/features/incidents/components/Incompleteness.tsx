import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import type { Assessment } from '../types';

/** Why the counts may be too low. */
export function Incompleteness({ about }: { about: Assessment['completeness'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <List size="sm" spacing={2}>
      {about.kept_since && <List.Item>{t('incidents.why.kept_since', { time: format.fullTime(about.kept_since) })}</List.Item>}
      {about.archive_unreadable && <List.Item>{t('incidents.why.archive')}</List.Item>}
      {about.erased > 0 && <List.Item>{t('incidents.why.erased', { count: about.erased })}</List.Item>}
      {about.erased_people > 0 && <List.Item>{t('incidents.why.erasedPeople', { count: about.erased_people })}</List.Item>}
    </List>
  );
}
