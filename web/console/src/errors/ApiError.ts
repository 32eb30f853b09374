/** An answer of the server that is not a success, or no answer at all (status 0, code `unreachable`). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** The request field at fault, or null. */
    readonly field: string | null = null,
    /** With `policy_coach`: the token with which the same request may be sent again. */
    readonly acknowledgeToken: string | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}
