import { ApiError, describe, unreport } from '@/errors';
import { toFault } from './toFault';

interface Form<V> {
  setFieldError: (path: keyof V & string, error: string) => void;
}

/** Puts what the server says against a field beside that field, instead of in a notice that would cover the form's buttons. `names`: the form's field for a field of the server that is called otherwise. */
export function takeFault<V extends object>(form: Form<V>, values: V, error: unknown, names: Partial<Record<string, keyof V & string>> = {}): void {
  if (!(error instanceof ApiError) || !error.field) return;
  // A list's fault may name its place: providers[2].
  const plain = error.field.replace(/[[.].*$/, '');
  const field = names[plain] ?? (plain in values ? (plain as keyof V & string) : undefined);
  if (!field) return;
  form.setFieldError(field, describe(error));
  unreport(error);
  toFault(document);
}
