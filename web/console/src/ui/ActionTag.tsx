import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PolicyAction } from '@/words';
import { Tag, type Tone } from './Tag';

/** Violet is the colour of pseudonyms everywhere in the console, so masking is violet too. */
export const ACTION_TONE: Record<PolicyAction, Tone> = {
  Allow: 'green',
  Mask: 'violet',
  Coach: 'amber',
  Block: 'red',
  Log: 'blue',
  Gap: 'neutral',
};

/**
 * What was decided; a dash where nothing was yet. `chosen`: what a policy is set to do, worded as an instruction.
 */
export function ActionTag({ action, chosen }: { action: PolicyAction | null; chosen?: boolean }) {
  const { t } = useTranslation();
  if (!action) return <span>–</span>;
  return (
    <Tooltip label={chosen && action !== 'Allow' && action !== 'Gap' ? t(`policies.hint.${action}`) : t(`actionHint.${action}`)} multiline maw={260}>
      <span>
        <Tag tone={ACTION_TONE[action]} dot>
          {chosen && action !== 'Allow' && action !== 'Gap' ? t(`policies.choose.${action}`) : t(`action.${action}`)}
        </Tag>
      </span>
    </Tooltip>
  );
}

/** The action of a header or a receipt (`mask`) in the control plane's spelling (`Mask`). */
export function toAction(value: string | null): PolicyAction | null {
  if (!value) return null;
  const name = value.charAt(0).toUpperCase() + value.slice(1).toLowerCase();
  return name in ACTION_TONE ? (name as PolicyAction) : null;
}
