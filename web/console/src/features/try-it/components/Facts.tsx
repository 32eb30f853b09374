import { Anchor, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DryRun } from '@/features/policies';
import { useFormat } from '@/format';
import { ActionTag, Card, RiskMeter, Tag, toAction, useFindingLabel } from '@/ui';
import type { Journey } from '../types';
import classes from './TryIt.module.css';

/** What was decided, and what it cost. Before a message is sent: what would be decided. */
export function Facts({ draft, journey }: { draft: DryRun | null; journey: Journey | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useFindingLabel();
  const check = journey ? journey.check : draft;
  const receipt = journey?.receipt;
  if (!check && !journey?.heading && !receipt) return null;

  const refused = journey?.refusal?.kind;
  const action =
    toAction(receipt?.action ?? null) ??
    (refused === 'blocked' ? 'Block' : refused === 'coached' ? 'Coach' : refused === 'gap' ? 'Gap' : null) ??
    journey?.heading?.action ??
    check?.action ??
    null;
  const counts = receipt?.findings ?? countByType(check?.findings ?? []);
  const score = receipt?.risk_score ?? check?.risk_score ?? null;
  const id = receipt?.interaction_id ?? journey?.heading?.interactionId;
  const facts: [string, ReactNode][] = [
    [journey ? t('tryIt.action') : t('tryIt.preview'), <ActionTag key="a" action={action} />],
    [t('tryIt.policy'), (receipt ? receipt.policy : check?.policy) ?? t('tryIt.noPolicy')],
    [t('tryIt.risk'), <RiskMeter key="r" score={score} />],
    [
      t('tryIt.found', { count: counts.reduce((sum, c) => sum + c.count, 0) }),
      <Group key="f" gap={4}>
        {counts.length === 0 ? '–' : counts.map((c) => (
          <Tag key={c.type} tone="amber">
            {label(c.type)} {c.count > 1 && <b>{c.count}</b>}
          </Tag>
        ))}
      </Group>,
    ],
  ];
  if (journey?.heading) facts.push([t('tryIt.overhead'), format.duration(journey.heading.overheadMs)]);
  return (
    <Card>
      <dl className={classes.facts} data-facts={journey ? 'sent' : 'draft'}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {id && (
          <div>
            <dt>{t('tryIt.record')}</dt>
            <dd>
              <Anchor inherit renderRoot={(props) => <Link to="/interactions" search={{ id }} {...props} />}>
                {t('tryIt.openRecord')}
              </Anchor>
            </dd>
          </div>
        )}
      </dl>
    </Card>
  );
}

function countByType(findings: readonly { type: string }[]): { type: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { type } of findings) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([type, count]) => ({ type, count }));
}
