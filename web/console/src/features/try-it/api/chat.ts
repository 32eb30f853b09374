import { toAction } from '@/ui';
import { ApiError } from '@/errors';
import { send } from '@/http';
import { readEvents } from '@/stream';
import type { Heading, Receipt } from '../types';

interface Chunk {
  choices?: { delta?: { content?: string | null } }[];
  avow?: Receipt;
  error?: { message?: string; code?: string | null };
}

export interface ChatEvents {
  onHeading(heading: Heading): void;
  onText(text: string): void;
  onReceipt(receipt: Receipt): void;
}

interface ChatInput {
  model: string;
  message: string;
  acknowledge: string | null;
  signal: AbortSignal;
}

export const MIRROR = 'avow/mirror';

export async function readModels(signal: AbortSignal): Promise<string[]> {
  const response = await send('/v1/models', { signal });
  const body = (await response.json()) as { data?: { id: string }[] };
  return body.data?.map((model) => model.id) ?? [];
}

/** Sends one message and tells what comes back as it comes. Fails with `ApiError` where it is refused, and where the stream ends with an error after it had begun. */
export async function chat({ model, message, acknowledge, signal }: ChatInput, events: ChatEvents): Promise<void> {
  const response = await send('/v1/chat/completions', {
    method: 'POST',
    signal,
    headers: {
      'Content-Type': 'application/json',
      'Avow-Receipt': 'full',
      ...(acknowledge ? { 'Avow-Acknowledge': acknowledge } : {}),
    },
    body: JSON.stringify({ model, stream: true, messages: [{ role: 'user', content: message }] }),
  });
  const overhead = response.headers.get('Avow-Overhead-Ms');
  events.onHeading({
    interactionId: response.headers.get('Avow-Interaction'),
    action: toAction(response.headers.get('Avow-Action')),
    overheadMs: overhead === null || Number.isNaN(Number(overhead)) ? null : Number(overhead),
  });
  if (!response.body) return;
  for await (const { data } of readEvents(response.body)) {
    if (data === '[DONE]') return;
    const chunk = JSON.parse(data) as Chunk;
    if (chunk.error) throw new ApiError(response.status, chunk.error.code ?? 'unexpected', chunk.error.message ?? '');
    const text = chunk.choices?.map((choice) => choice.delta?.content ?? '').join('') ?? '';
    if (text) events.onText(text);
    if (chunk.avow) events.onReceipt(chunk.avow);
  }
}
