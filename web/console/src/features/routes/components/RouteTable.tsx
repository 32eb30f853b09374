import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable, EditDelete, Tag, When } from '@/ui';
import type { Route } from '../types';
import { Turns } from './Turns';

interface Props {
  routes: readonly Route[];
  canChange: boolean;
  onEdit: (route: Route) => void;
  onDelete: (route: Route) => void;
}

export function RouteTable({ routes, canChange, onEdit, onDelete }: Props) {
  const { t } = useTranslation();
  const columns: Column<Route>[] = [
    { header: t('routes.name'), as: 'title', cell: (it) => it.name },
    { header: t('routes.targets'), cell: (it) => <Turns targets={it.targets} /> },
    {
      header: t('routes.rules'),
      cell: (it) => (
        <Group gap={4}>
          {it.allowed_regions.map((region) => (
            <Tag key={region} tone="blue">
              {region}
            </Tag>
          ))}
          {it.repeat_after_timeout && <Tag tone="amber">{t('routes.repeats')}</Tag>}
          {!it.repeat_after_timeout && it.allowed_regions.length === 0 && '–'}
        </Group>
      ),
    },
    { header: t('routes.changed'), as: 'number', cell: (it) => <When at={it.modified_at} /> },
    {
      header: t('common.actions'),
      as: 'actions',
      cell: (it) => canChange && <EditDelete name={it.name} onEdit={() => onEdit(it)} onDelete={() => onDelete(it)} />,
    },
  ];
  return <DataTable columns={columns} rows={routes} />;
}
