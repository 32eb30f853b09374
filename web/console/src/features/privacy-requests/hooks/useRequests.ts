import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useChange, usePages } from '@/http';
import { enterRequest, fetchLetter, makeCall, makeCode, mailLetter, type Move, moveRequest, PRIVACY_REQUESTS, readMails, readRequest, requestsKey } from '../api/privacyRequests';
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

const mailsKey = (id: string) => [...requestsKey, 'mails', id];

/** What was mailed about a request, looked at anew while something waits. */
export const useMails = (id: string) =>
  useQuery({
    queryKey: mailsKey(id),
    queryFn: () => readMails(id),
    refetchInterval: (query) => (query.state.data?.items.some(({ state }) => state === 'waiting') ? 3000 : false),
  });

/** A code is kept only as long as it is shown. */
export function useCode(id: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => makeCode(id), gcTime: 0, onSuccess: () => client.invalidateQueries({ queryKey: mailsKey(id) }) });
}
export const useLetter = (id: string) => useMutation({ mutationFn: (letter: Letter) => fetchLetter(id, letter) });

/** The answer is what was mailed, so it is shown at once. */
export function useLetterMail(id: string) {
  const client = useQueryClient();
  return useMutation({ mutationFn: (letter: Letter) => mailLetter(id, letter), onSuccess: (mails) => client.setQueryData(mailsKey(id), mails) });
}
export const useCall = () => useMutation({ mutationFn: (call: Call) => makeCall(call) });
