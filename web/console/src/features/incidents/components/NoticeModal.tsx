import { Modal, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describe } from '@/errors';
import { useFocusBack } from '@/ui';
import { useDraft } from '../hooks/useIncidents';
import type { Duty, Incident } from '../types';
import { NoticeForm } from './NoticeForm';

interface Props {
  incident: Incident;
  to: Duty;
  onClose: () => void;
}

/** The draft of a notice, to be finished, copied and sent by hand, and then noted as sent. */
export function NoticeModal({ incident, to, onClose }: Props) {
  const { t, i18n } = useTranslation();
  useFocusBack();
  const [language, setLanguage] = useState(i18n.language === 'fr' ? 'fr' : 'en');
  const draft = useDraft(incident.id, to, language);
  return (
    <Modal opened onClose={onClose} size="xl" title={<Text fw={600}>{t(`incidents.draftTo.${to}`)}</Text>} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('incidents.draftLead')}
      </Text>
      <SegmentedControl size="xs" mb="sm" aria-label={t('incidents.draftLanguage')} value={language} onChange={setLanguage} data={[{ value: 'en', label: 'English' }, { value: 'fr', label: 'Français' }]} />
      {draft.isPending && <Skeleton height={300} aria-label={t('app.loading')} />}
      {draft.isError && <Text role="alert">{describe(draft.error)}</Text>}
      {/* Another language is another draft: what was written in the first goes with it. */}
      {draft.data !== undefined && <NoticeForm key={language} incident={incident} to={to} draft={draft.data} onDone={onClose} />}
    </Modal>
  );
}
