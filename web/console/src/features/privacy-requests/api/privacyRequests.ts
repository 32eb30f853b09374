import { request, save, send } from '@/http';
import type { Call, Code, Letter, Mails, NewRequest, PrivacyRequest } from '../types';

export const PRIVACY_REQUESTS = '/privacy-requests';
export const requestsKey = ['privacy-requests'] as const;

const at = (id: string) => `${PRIVACY_REQUESTS}/${encodeURIComponent(id)}`;

export type Move =
  | { step: 'acknowledge' | 'approve' | 'complete' }
  | { step: 'extend' | 'refuse'; reason: string }
  | { step: 'verify'; code?: string; token?: string };

export const readRequest = (id: string) => request<PrivacyRequest>('GET', at(id));
export const enterRequest = (draft: NewRequest) => request<PrivacyRequest>('POST', PRIVACY_REQUESTS, draft);
export const makeCode = (id: string) => request<Code>('POST', `${at(id)}/verification-code`, {});
export const moveRequest = (id: string, { step, ...body }: Move) => request<PrivacyRequest>('POST', `${at(id)}/${step}`, body);

export const readMails = (id: string) => request<Mails>('GET', `${at(id)}/mails?limit=200`);
export const mailLetter = (id: string, letter: Letter) => request<Mails>('POST', `${at(id)}/letters/${letter}/send`, {});

export async function fetchLetter(id: string, letter: Letter): Promise<void> {
  const answer = await send(`/api/v1${at(id)}/letters/${letter}.pdf`);
  save(await answer.blob(), `avow-letter-${letter}.pdf`);
}

/** Makes the call that the server named; a copy is saved as a file. */
export async function makeCall({ method, user_id }: Call): Promise<void> {
  // Never the path as it came: only these two are meant.
  const person = `/api/v1/users/${encodeURIComponent(user_id)}`;
  if (method === 'DELETE') {
    await send(person, { method });
    return;
  }
  const answer = await send(`${person}/data-export`);
  save(await answer.blob(), `avow-data-${user_id.slice(0, 8)}.json`);
}
