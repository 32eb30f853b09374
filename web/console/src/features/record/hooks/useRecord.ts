import { useMutation, useQuery } from '@tanstack/react-query';
import { fetchMarkdown, readRecord } from '../api/record';

/** Read once a visit: each reading is in the audit log. */
export const useRecord = () => useQuery({ queryKey: ['record'], queryFn: readRecord, staleTime: Infinity, gcTime: 0 });
export const useMarkdown = () => useMutation({ mutationFn: fetchMarkdown });
