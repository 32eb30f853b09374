import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/format';
import { type Column, DataTable, RowLink, When } from '@/ui';
import type { Duty, Incident } from '../types';
import { DutyClock } from './DutyClock';
import { RiskTag, StateTag } from './StateTags';

export function IncidentTable({ incidents }: { incidents: readonly Incident[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const clock = (to: Duty): Column<Incident> => ({
    header: t(`incidents.to.${to}`),
    cell: (it) => {
      const duty = it.duties.find((each) => each.to === to);
      return duty ? <DutyClock duty={duty} start={it.aware_at} /> : '–';
    },
  });
  const columns: Column<Incident>[] = [
    { header: t('incidents.what'), as: 'title', cell: (it) => <RowLink to="/incidents/$id" params={{ id: it.id }}>{it.title}</RowLink> },
    {
      header: t('incidents.stateAndRisk'),
      cell: (it) => (
        <Group gap={6} wrap="nowrap">
          <StateTag state={it.state} />
          <RiskTag risk={it.risk} />
        </Group>
      ),
    },
    clock('authority'),
    clock('people'),
    { header: t('incidents.concerned'), as: 'number', cell: (it) => (it.assessment ? format.number(it.assessment.people) : (it.people_about !== null ? `≈ ${format.number(it.people_about)}` : '–')) },
    { header: t('incidents.aware'), as: 'number', cell: (it) => <When at={it.aware_at} /> },
  ];
  return <DataTable columns={columns} rows={incidents} linked isMuted={(it) => it.state === 'closed'} />;
}
