import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { ActionTag, RiskMeter, tableClasses } from '@/ui';
import type { Interaction } from '../types';
import { FindingTags } from './FindingTags';
import { StatusTag } from './StatusTag';
import { Who } from './Who';

interface Props {
  items: readonly Interaction[];
  onOpen: (id: string) => void;
}

/** The list on a wide screen. */
export function InteractionTable({ items, onOpen }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={920}>
      <Table className={tableClasses.table} horizontalSpacing="xs" verticalSpacing={7}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('interactions.time')}</Table.Th>
            <Table.Th>{t('interactions.who')}</Table.Th>
            <Table.Th>{t('interactions.channel')}</Table.Th>
            <Table.Th>{t('interactions.model')}</Table.Th>
            <Table.Th>{t('interactions.findings')}</Table.Th>
            <Table.Th>{t('interactions.action')}</Table.Th>
            <Table.Th>{t('interactions.risk')}</Table.Th>
            <Table.Th ta="right">{t('interactions.tokens')}</Table.Th>
            <Table.Th ta="right">{t('interactions.duration')}</Table.Th>
            <Table.Th>{t('interactions.status')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.id} className={tableClasses.row} onClick={() => onOpen(item.id)} data-interaction={item.id}>
              <Table.Td>
                <button
                  type="button"
                  className={`${tableClasses.plain} ${tableClasses.number}`}
                  aria-label={t('interactions.open', { time: format.shortTime(item.timestamp) })}
                >
                  {format.shortTime(item.timestamp)}
                </button>
              </Table.Td>
              <Table.Td>
                <Who item={item} />
              </Table.Td>
              <Table.Td className={tableClasses.nowrap}>
                {item.channel}
                {item.platform_id && <span className={tableClasses.muted}> · {item.platform_id}</span>}
              </Table.Td>
              <Table.Td className={tableClasses.cut} title={item.model ?? ''}>
                {item.model ?? '–'}
              </Table.Td>
              <Table.Td>
                <FindingTags classifications={item.classifications} />
              </Table.Td>
              <Table.Td>
                <ActionTag action={item.policy_action} />
              </Table.Td>
              <Table.Td>
                <RiskMeter score={item.risk_score} />
              </Table.Td>
              <Table.Td ta="right" className={tableClasses.number}>
                {item.tokens_in === null ? '–' : `${format.compact(item.tokens_in)} / ${format.compact(item.tokens_out)}`}
              </Table.Td>
              <Table.Td ta="right" className={tableClasses.number}>
                {format.duration(item.duration_ms)}
              </Table.Td>
              <Table.Td>
                <StatusTag status={item.status} brief />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
