import { useMutation, useQuery } from '@tanstack/react-query';
import { useChange, usePages } from '@/http';
import { changeRecognizer, createRecognizer, deleteList, deleteRecognizer, findingTypes, findingTypesKey, LISTS, listsKey, RECOGNIZERS, recognizersKey, saveList, tryOut } from '../api/detection';
import type { DetectionList, Recognizer, RecognizerDraft, TrialInput } from '../types';

export const useRecognizers = () => usePages<Recognizer>([...recognizersKey, 'list'], RECOGNIZERS, 200);
export const useFindingTypes = () =>
  useQuery({ queryKey: findingTypesKey, queryFn: ({ signal }) => findingTypes(signal) });
export const useDeleteRecognizer = () => useChange(recognizersKey, deleteRecognizer);

/** Creates where `id` is null, else replaces. */
export const useSaveRecognizer = () =>
  useChange(recognizersKey, ({ id, draft }: { id: string | null; draft: RecognizerDraft }) =>
    id === null ? createRecognizer(draft) : changeRecognizer({ id, draft }),
  );

/** The text is not kept longer than it is shown. */
export const useTrial = () => useMutation({ mutationFn: (input: TrialInput) => tryOut(input), gcTime: 0 });

export const useLists = () => usePages<DetectionList>([...listsKey, 'list'], LISTS, 200);
/** A list may bring a type of its own, so all of detection is read again. */
export const useSaveList = () => useChange(recognizersKey, saveList);
export const useDeleteList = () => useChange(recognizersKey, deleteList);
