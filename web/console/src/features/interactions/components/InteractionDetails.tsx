import { Alert, Group, Stack, Table, Title } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { ActionTag, CopyText, Fields, RiskMeter, tableClasses, useFindingLabel } from '@/ui';
import type { Interaction } from '../types';
import { StatusTag } from './StatusTag';
import { Who } from './Who';

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} fz={13} mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

const code = (text: string | null) => (text ? <CopyText text={text} /> : '–');

/** Every field of one interaction. */
export function InteractionDetails({ item }: { item: Interaction }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useFindingLabel();
  return (
    <Stack gap="lg">
      <Group gap="sm">
        <ActionTag action={item.policy_action} />
        <StatusTag status={item.status} />
        <RiskMeter score={item.risk_score} />
      </Group>
      <Alert icon={<IconShieldLock size={20} />} title={t('interactions.noText')}>
        {t('interactions.noTextLead')}
      </Alert>
      <Section title={t('interactions.decision')}>
        <Fields
          fields={[
            { label: t('interactions.policy'), value: item.policy_applied ?? t('interactions.noPolicy') },
            { label: t('interactions.length'), value: item.content_length === null ? '–' : t('interactions.characters', { count: item.content_length }) },
          ]}
        />
      </Section>
      <Section title={t('interactions.findings')}>
        {item.classifications.length === 0 ? (
          t('findings.none')
        ) : (
          <Table className={tableClasses.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('interactions.type')}</Table.Th>
                <Table.Th>{t('interactions.where')}</Table.Th>
                <Table.Th ta="right">{t('interactions.count')}</Table.Th>
                <Table.Th ta="right">{t('interactions.tier')}</Table.Th>
                <Table.Th ta="right">{t('interactions.confidence')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {item.classifications.map((c) => (
                <Table.Tr key={`${c.type} ${c.in}`}>
                  <Table.Td>{label(c.type)}</Table.Td>
                  <Table.Td>{t(c.in === 'answer' ? 'findings.inAnswer' : 'findings.inPrompt')}</Table.Td>
                  <Table.Td ta="right">{c.count}</Table.Td>
                  <Table.Td ta="right">{c.tier}</Table.Td>
                  <Table.Td ta="right">{format.percent(c.confidence)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Section>
      <Section title={t('interactions.model_section')}>
        <Fields
          fields={[
            { label: t('interactions.model'), value: item.model },
            { label: t('interactions.platform'), value: item.platform_id },
            { label: t('interactions.tokensIn'), value: format.number(item.tokens_in) },
            { label: t('interactions.tokensOut'), value: format.number(item.tokens_out) },
            { label: t('interactions.duration'), value: format.duration(item.duration_ms) },
            { label: t('interactions.cost'), value: item.cost },
          ]}
        />
      </Section>
      <Section title={t('interactions.identity')}>
        <Fields
          fields={[
            { label: t('interactions.timestamp'), value: format.fullTime(item.timestamp) },
            { label: t('interactions.who'), value: <Who item={item} /> },
            { label: t('interactions.channel'), value: item.channel },
            { label: t('interactions.hostname'), value: item.hostname },
            { label: t('interactions.client'), value: item.client_version },
            { label: t('interactions.browser'), value: item.browser },
            { label: t('interactions.user'), value: code(item.user_id), wide: true },
            { label: t('interactions.apiKey'), value: code(item.api_key_id), wide: true },
            { label: t('interactions.tenant'), value: code(item.tenant_id), wide: true },
            { label: t('interactions.id'), value: code(item.id), wide: true },
          ]}
        />
      </Section>
      <Section title={t('interactions.proof')}>
        <Fields
          fields={[
            { label: t('interactions.promptHash'), value: code(item.prompt_hash), wide: true },
            { label: t('interactions.responseHash'), value: code(item.response_hash), wide: true },
          ]}
        />
      </Section>
    </Stack>
  );
}
