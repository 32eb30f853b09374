import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { save } from '@/http';
import { Card, ListState, Page } from '@/ui';
import { useMarkdown, useRecord } from '../hooks/useRecord';
import type { ProcessingRecord } from '../types';
import { RecordSheet } from './RecordSheet';

const keep = (record: ProcessingRecord) => save(new Blob([JSON.stringify(record, null, 2)], { type: 'application/json' }), 'avow-record-of-processing.json');

/** The record of processing activities, to read, to print and to sign (GDPR Art. 30). */
export function RecordPage() {
  const { t } = useTranslation();
  const query = useRecord();
  const markdown = useMarkdown();
  const record = query.data;
  const actions = record && (
    <>
      <Button variant="default" leftSection={<IconDownload size={16} />} onClick={() => keep(record)}>
        JSON
      </Button>
      <Button variant="default" leftSection={<IconDownload size={16} />} loading={markdown.isPending} onClick={() => markdown.mutate()}>
        Markdown
      </Button>
      <Button leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
        {t('record.print')}
      </Button>
    </>
  );
  return (
    <Page title={t('record.title')} lead={t('record.lead')} actions={actions}>
      {record ? (
        <RecordSheet record={record} />
      ) : (
        <Card>
          <ListState query={query} empty={false} whenEmpty={null}>
            {null}
          </ListState>
        </Card>
      )}
    </Page>
  );
}
