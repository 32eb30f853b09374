import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Tag } from './Tag';

interface Props {
  on: boolean;
  /** What is turned on and off. */
  name: string;
  canChange: boolean;
  busy: boolean;
  onChange: (on: boolean) => void;
}

/** Whether something is in force: a switch, and for who may not turn it the word, since a switch that cannot be turned looks off. */
export function OnOff({ on, name, canChange, busy, onChange }: Props) {
  const { t } = useTranslation();
  if (!canChange) {
    return (
      <Tag tone={on ? 'green' : 'neutral'} dot>
        {t(on ? 'common.on' : 'common.off')}
      </Tag>
    );
  }
  return <Switch size="sm" checked={on} disabled={busy} aria-label={t('policies.turnOn', { name })} onChange={(event) => onChange(event.currentTarget.checked)} />;
}
