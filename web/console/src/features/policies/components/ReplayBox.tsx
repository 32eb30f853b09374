import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { ActionTag } from '@/ui';
import { useReplay } from '../hooks/usePolicies';
import type { PolicyDraft, Replay } from '../types';
import classes from './Policies.module.css';

interface Props {
  /** One that is not saved; left out for the policies as they are. */
  draft?: () => PolicyDraft;
  isReady?: boolean;
  onFault?: (error: unknown) => void;
}

/** What policies would have done with the uses of the last days. */
export function ReplayBox({ draft, isReady = true, onFault }: Props) {
  const { t } = useTranslation();
  const [days, setDays] = useState<number | string>(7);
  const replay = useReplay();
  // In shadow it would have done nothing, which is not what is asked here.
  const ask = () => replay.mutate({ days: Number(days) || 7, ...(draft ? { policy: { ...draft(), enabled: true, shadow: false } } : {}) }, onFault ? { onError: onFault } : {});
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="xs">
        <NumberInput label={t('policies.replayDays')} min={1} max={90} allowDecimal={false} w={130} value={days} onChange={setDays} />
        <Button variant="light" leftSection={<IconHistory size={16} />} disabled={!isReady} loading={replay.isPending} onClick={ask}>
          {t('policies.replay')}
        </Button>
      </Group>
      {replay.data && <ReplayOutcome replay={replay.data} />}
    </Stack>
  );
}

function ReplayOutcome({ replay }: { replay: Replay }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div aria-live="polite" data-replay>
      <Text size="sm" fw={550}>
        {replay.interactions === 0 ? t('policies.replayNone') : t('policies.replayed', { changed: format.number(replay.changed), all: format.number(replay.interactions) })}
      </Text>
      {!replay.complete && (
        <Text size="xs" c="dimmed">
          {t('policies.replayPart')}
        </Text>
      )}
      <ul className={classes.changes}>
        {replay.changes.map(({ from, to, policy, count }) => (
          <li key={`${from} ${to} ${policy}`}>
            <span className={classes.count}>{format.number(count)}</span>
            <ActionTag action={from} /> → <ActionTag action={to} />
            <span className={classes.hint}>{policy ?? t('policies.byDefault')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
