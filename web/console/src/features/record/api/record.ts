import { request, save, send } from '@/http';
import type { ProcessingRecord } from '../types';

const RECORD = '/record-of-processing';

export const readRecord = () => request<ProcessingRecord>('GET', RECORD);

export async function fetchMarkdown(): Promise<void> {
  const answer = await send(`/api/v1${RECORD}?format=markdown`);
  save(await answer.blob(), 'avow-record-of-processing.md');
}
