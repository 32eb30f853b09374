import { request } from '@/http';
import type { Page } from '@/words';
import type { DetectionList, FindingType, ListDraft, Recognizer, RecognizerDraft, Trial, TrialInput } from '../types';

export const RECOGNIZERS = '/recognizers';
export const recognizersKey = ['recognizers'] as const;
export const findingTypesKey = [...recognizersKey, 'types'] as const;

const at = (id: string) => `${RECOGNIZERS}/${encodeURIComponent(id)}`;

/** All of them, page after page. */
export async function findingTypes(signal?: AbortSignal) {
  const all: FindingType[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query = new URLSearchParams({ limit: '200', ...(cursor && { cursor }) });
    const page: Page<FindingType> = await request<Page<FindingType>>('GET', `/finding-types?${query}`, undefined, signal);
    all.push(...page.items);
    cursor = page.next_cursor;
  }
  return all;
}
export const createRecognizer = (draft: RecognizerDraft) => request<Recognizer>('POST', RECOGNIZERS, draft);
export const changeRecognizer = ({ id, draft }: { id: string; draft: RecognizerDraft }) => request<Recognizer>('PUT', at(id), draft);
export const deleteRecognizer = (id: string) => request<void>('DELETE', at(id));
/** Asks what would be found in a text. The text goes in the body, never in an address. */
export const tryOut = (input: TrialInput) => request<Trial>('POST', `${RECOGNIZERS}/test`, input);

export const LISTS = '/detection-lists';
export const listsKey = [...recognizersKey, 'lists'] as const;

const listAt = (id: string) => `${LISTS}/${encodeURIComponent(id)}`;

/** Makes one where `id` is null, else replaces it. */
export const saveList = ({ id, draft }: { id: string | null; draft: ListDraft }) => (id === null ? request<DetectionList>('POST', LISTS, draft) : request<DetectionList>('PUT', listAt(id), draft));
export const deleteList = (id: string) => request<void>('DELETE', listAt(id));
