import { request, send } from '@/http';
import type { CopyFormat, Erasure } from '../types';

/** The whole copy. Fails, rather than giving a part, where the server cut it off. */
export async function readCopy(format: CopyFormat): Promise<Blob> {
  const response = await send(`/api/v1/users/me/data-export?format=${format}`);
  return response.blob();
}

/** Asks for one's own erasure. Whatever the answer says, the session has ended with it. */
export const eraseMe = () => request<Erasure>('DELETE', '/users/me');
