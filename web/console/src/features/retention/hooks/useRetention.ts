import { useQuery } from '@tanstack/react-query';
import type { Erasure } from '@/features/my-data';
import { useChange, usePages } from '@/http';
import { ERASURES, LEGAL_HOLDS, placeHold, readPreview, readRetention, releaseHold, retentionKey } from '../api/retention';
import type { LegalHold } from '../types';

export const PREVIEW_DAYS = 30;

export const useRetention = () => useQuery({ queryKey: [...retentionKey, 'values'], queryFn: readRetention });
export const usePreview = () => useQuery({ queryKey: [...retentionKey, 'preview'], queryFn: () => readPreview(PREVIEW_DAYS) });
export const useHolds = () => usePages<LegalHold>([...retentionKey, 'holds'], LEGAL_HOLDS);
export const useErasures = () => usePages<Erasure>([...retentionKey, 'erasures'], ERASURES);
export const usePlaceHold = () => useChange(retentionKey, placeHold);
export const useReleaseHold = () => useChange(retentionKey, releaseHold);
