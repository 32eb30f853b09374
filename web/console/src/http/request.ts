import { ApiError } from '@/errors';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface ErrorBody {
  error?: {
    code?: string | null;
    message?: string | null;
    field?: string | null;
    param?: string | null;
    acknowledge_token?: string | null;
  };
}

/** Turns an unsuccessful answer of either API (Avow's or OpenAI's shape) into an `ApiError`. */
export async function toApiError(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as ErrorBody;
  const error = body.error;
  return new ApiError(
    response.status,
    error?.code ?? `http_${response.status}`,
    error?.message ?? '',
    error?.field ?? error?.param ?? null,
    error?.acknowledge_token ?? null,
  );
}

/** Sends one request with the session cookie. Fails with `ApiError`, also where no server answers. */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    throw new ApiError(0, 'unreachable', '');
  }
  if (!response.ok) throw await toApiError(response);
  return response;
}

/** One JSON request to the control plane. `T` is void where the server answers 204. */
export async function request<T>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const init: RequestInit = { method, headers: { Accept: 'application/json' } };
  if (signal) init.signal = signal;
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { ...init.headers, 'Content-Type': 'application/json' };
  }
  const response = await send(`/api/v1${path}`, init);
  return (response.status === 204 ? undefined : await response.json()) as T;
}
