import { useRef, useState } from 'react';
import { ApiError, reportError } from '@/errors';
import { dryRun } from '@/features/policies';
import { chat } from '../api/chat';
import type { Journey } from '../types';
import { refusalOf } from './refusalOf';

const start = (typed: string): Journey => ({
  typed, check: null, heading: null, answer: '', receipt: null, refusal: null, running: true,
});

/** Sends messages, one at a time, and holds what is known of the latest. */
export function useJourney() {
  const [journey, setJourney] = useState<Journey | null>(null);
  const abort = useRef<AbortController | null>(null);

  const go = async (model: string, message: string, acknowledge: string | null = null): Promise<void> => {
    abort.current?.abort();
    const { signal } = (abort.current = new AbortController());
    const update = (change: (journey: Journey) => Partial<Journey>) => {
      if (!signal.aborted) setJourney((now) => now && { ...now, ...change(now) });
    };
    setJourney(start(message));
    // The check marks what was typed. Where it fails the message still goes its way, unmarked.
    void dryRun({ text: message, model }, signal).then((check) => update(() => ({ check })), () => {});
    try {
      await chat(
        { model, message, acknowledge, signal },
        {
          onHeading: (heading) => update(() => ({ heading })),
          onText: (text) => update((now) => ({ answer: now.answer + text })),
          onReceipt: (receipt) => update(() => ({ receipt })),
        },
      );
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) reportError(error);
      update(() => ({ refusal: refusalOf(error) }));
    }
    update(() => ({ running: false }));
  };

  const stop = () => {
    abort.current?.abort();
    setJourney((now) => now && { ...now, running: false });
  };

  const clear = () => {
    abort.current?.abort();
    setJourney(null);
  };

  return { journey, go, stop, clear };
}
