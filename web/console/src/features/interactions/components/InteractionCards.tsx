import { Group, UnstyledButton } from '@mantine/core';
import { useFormat } from '@/format';
import { ActionTag, RiskMeter, tableClasses } from '@/ui';
import type { Interaction } from '../types';
import { FindingTags } from './FindingTags';
import { Who } from './Who';
import classes from './Interactions.module.css';

/** The list on a narrow screen. */
export function InteractionCards({ items, onOpen }: { items: readonly Interaction[]; onOpen: (id: string) => void }) {
  const format = useFormat();
  return (
    <ul className={classes.cards}>
      {items.map((item) => (
        <li key={item.id} data-interaction={item.id}>
          <UnstyledButton className={classes.card} onClick={() => onOpen(item.id)}>
            <Group justify="space-between" wrap="nowrap">
              <span className={tableClasses.muted}>{format.shortTime(item.timestamp)}</span>
              <ActionTag action={item.policy_action} />
            </Group>
            <Group justify="space-between" wrap="nowrap" mt={6}>
              <span className={classes.model}>{item.model ?? '–'}</span>
              <RiskMeter score={item.risk_score} />
            </Group>
            <Group justify="space-between" mt={6} gap={6}>
              <Who item={item} />
              {item.classifications.length > 0 && <FindingTags classifications={item.classifications} />}
            </Group>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
