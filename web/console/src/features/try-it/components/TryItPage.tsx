import { Alert, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui';
import { MIRROR } from '../api/chat';
import { useCheck } from '../hooks/useCheck';
import { useJourney } from '../hooks/useJourney';
import { useModels } from '../hooks/useModels';
import { Composer } from './Composer';
import { Facts } from './Facts';
import { RefusalNote } from './RefusalNote';
import { Stations } from './Stations';

export function TryItPage() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [model, setModel] = useState(MIRROR);
  const { models, failed } = useModels();
  const { journey, go, stop, clear } = useJourney();
  const draft = useCheck(text, model, journey === null);
  const send = () => {
    if (text.trim() && !journey?.running) void go(model, text);
  };
  const change = (next: string) => {
    setText(next);
    // A changed text is a new message: the picture goes back to its beginning.
    if (journey) clear();
  };
  return (
    <Page title={t('tryIt.title')} lead={t('tryIt.lead')}>
      <Stack gap="lg">
        {failed && <Alert color="yellow">{t('tryIt.modelsFailed', { model: MIRROR })}</Alert>}
        <Composer text={text} onText={change} model={model} models={models} onModel={setModel} running={journey?.running ?? false} onSend={send} onStop={stop} />
        {journey?.refusal && (
          <RefusalNote
            refusal={journey.refusal}
            onSendAnyway={(token) => void go(model, journey.typed, token)}
            onChange={() => {
              clear();
              document.getElementById('message')?.focus();
            }}
          />
        )}
        <Stations draft={draft} journey={journey} />
        <Facts draft={draft?.check ?? null} journey={journey} />
      </Stack>
    </Page>
  );
}
