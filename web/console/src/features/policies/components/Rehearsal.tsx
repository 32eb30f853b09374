import { Button, Stack, Textarea } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDryRun } from '../hooks/usePolicies';
import type { PolicyDraft } from '../types';
import { DryRunOutcome } from './DryRunOutcome';
import { ReplayBox } from './ReplayBox';

interface Props {
  /** The policy as it stands in the form. */
  draft: () => PolicyDraft;
  isReady: boolean;
  /** Takes what the server says against the draft. */
  onFault: (error: unknown) => void;
}

/** Tries a policy that is not saved yet: on a text that goes nowhere, and on what has been. */
export function Rehearsal({ draft, isReady, onFault }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const run = useDryRun();
  return (
    <Stack gap="sm">
      <Textarea label={t('policies.tryText')} description={t(isReady ? 'policies.tryHint' : 'policies.tryNamed')} autosize minRows={2} maxRows={8} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <Button variant="light" leftSection={<IconFlask size={16} />} style={{ alignSelf: 'flex-start' }} disabled={!text.trim() || !isReady} loading={run.isPending} onClick={() => run.mutate({ text, policy: { ...draft(), enabled: true } }, { onError: onFault })}>
        {t('policies.tryIt')}
      </Button>
      {run.data && run.variables && <DryRunOutcome text={run.variables.text} result={run.data} />}
      <ReplayBox draft={draft} isReady={isReady} onFault={onFault} />
    </Stack>
  );
}
