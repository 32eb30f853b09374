import { notifications } from '@mantine/notifications';
import { i18n, saidNow } from '@/i18n';
import { ApiError } from './ApiError';
import { inWords } from './said';

let onSignedOut: () => void = () => {};

/** Says what happens when the server no longer knows the session. Called once, at start. */
export function whenSignedOut(action: () => void): void {
  onSignedOut = action;
}

/** What the server says in a sentence of its own, in the shown language where that has words for it. */
export const inOwnWords = (sentence: string): string => inWords(saidNow(), sentence) ?? sentence;

/** The text to show for a fault: the console's own words for what the server says, else for its code, else the server's, in English. */
export function describe(error: unknown): string {
  if (!(error instanceof ApiError)) return i18n.t('errors.unexpected');
  const own = inWords(saidNow(), error.message);
  if (own) return own;
  const key = `errors.code.${error.code}`;
  if (i18n.exists(key)) return i18n.t(key as 'errors.unexpected');
  return error.message || i18n.t('errors.unexpected');
}

/**
 * The one seam through which faults reach the person. Nothing goes to the browser's console: an
 * error may carry text that somebody typed.
 */
export function reportError(error: unknown): void {
  if (error instanceof ApiError && error.status === 401) {
    onSignedOut();
    return;
  }
  notifications.show({
    color: 'red',
    title: i18n.t('errors.title'),
    message: describe(error),
    // One notice per fault, however many requests failed by it.
    id: noticeOf(error),
  });
}

/** Takes the notice back, where the fault is shown at its place after all. */
export function unreport(error: unknown): void {
  notifications.hide(noticeOf(error));
}

function noticeOf(error: unknown): string {
  return error instanceof ApiError ? error.code : 'unexpected';
}
