import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './DataTable.module.css';

export interface Column<Row> {
  /** Shown above the column, and beside the value on a narrow screen. */
  header: string;
  cell: (row: Row) => ReactNode;
  /** `title`: what the row is called; `actions`: what can be done with it, without a visible header. */
  as?: 'title' | 'actions' | 'number';
}

interface Props<Row extends { id: string }> {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  onOpen?: (row: Row) => void;
  /** The rows hold a `RowLink`, which takes clicks anywhere on them. */
  linked?: boolean;
  isMuted?: (row: Row) => boolean;
}

/** A dense table; on a narrow screen each row becomes a small card, so that nothing has to be scrolled sideways. */
export function DataTable<Row extends { id: string }>({ columns, rows, onOpen, linked, isMuted }: Props<Row>) {
  return (
    <Table className={classes.table} horizontalSpacing="md">
      <Table.Thead>
        <Table.Tr>
          {columns.map(({ header, as }) =>
            as === 'actions' ? <Table.Th key={header} aria-label={header} /> : <Table.Th key={header}>{header}</Table.Th>,
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr
            key={row.id}
            className={classes.row}
            data-open={onOpen || linked ? true : undefined}
            data-muted={isMuted?.(row) || undefined}
            {...(onOpen ? { onClick: () => onOpen(row) } : {})}
          >
            {columns.map(({ header, as, cell }) => (
              <Table.Td key={header} data-as={as} data-label={header}>
                <div>{cell(row)}</div>
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
