import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useChange, usePages } from '@/http';
import { enterRequest, fetchLetter, makeCall, makeCode, type Move, moveRequest, PRIVACY_REQUESTS, readRequest, requestsKey } from '../api/privacyRequests';
import type { Call, Letter, PrivacyRequest, State } from '../types';

export type Filter = 'all' | 'overdue' | State;

export const useRequests = (filter: Filter) =>
  usePages<PrivacyRequest>(
    [...requestsKey, 'list', filter],
    filter === 'all' ? PRIVACY_REQUESTS : filter === 'overdue' ? `${PRIVACY_REQUESTS}?overdue=true` : `${PRIVACY_REQUESTS}?state=${filter}`,
  );
export const useRequest = (id: string) => useQuery({ queryKey: [...requestsKey, 'one', id], queryFn: () => readRequest(id) });
export const useEnter = () => useChange(requestsKey, enterRequest);

/** A step of one request; the answer is the request, so it is shown at once. */
export function useMove(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (move: Move) => moveRequest(id, move),
    onSuccess: (request) => {
      client.setQueryData([...requestsKey, 'one', id], request);
      return client.invalidateQueries({ queryKey: [...requestsKey, 'list'] });
    },
  });
}

/** A code is kept only as long as it is shown. */
export const useCode = (id: string) => useMutation({ mutationFn: () => makeCode(id), gcTime: 0 });
export const useLetter = (id: string) => useMutation({ mutationFn: (letter: Letter) => fetchLetter(id, letter) });
export const useCall = () => useMutation({ mutationFn: (call: Call) => makeCall(call) });
