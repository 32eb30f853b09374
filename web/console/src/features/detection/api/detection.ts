import { request } from '@/http';
import type { FindingType, Recognizer, RecognizerDraft, Trial, TrialInput } from '../types';

export const RECOGNIZERS = '/recognizers';
export const recognizersKey = ['recognizers'] as const;
export const findingTypesKey = [...recognizersKey, 'types'] as const;

const at = (id: string) => `${RECOGNIZERS}/${encodeURIComponent(id)}`;

export const findingTypes = (signal?: AbortSignal) => request<{ types: FindingType[] }>('GET', '/finding-types', undefined, signal);
export const createRecognizer = (draft: RecognizerDraft) => request<Recognizer>('POST', RECOGNIZERS, draft);
export const changeRecognizer = ({ id, draft }: { id: string; draft: RecognizerDraft }) => request<Recognizer>('PUT', at(id), draft);
export const deleteRecognizer = (id: string) => request<void>('DELETE', at(id));
/** Asks what would be found in a text. The text goes in the body, never in an address. */
export const tryOut = (input: TrialInput) => request<Trial>('POST', `${RECOGNIZERS}/test`, input);
