/** HTTP status of every code; the codes are a closed set, so that every one has words in every language. */
export const statusOf = {
  malformed: 400,
  unauthenticated: 401,
  session_ended: 401,
  wrong_credentials: 401,
  forbidden: 403,
  cross_origin: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  stale_version: 409,
  name_taken: 409,
  key_taken: 409,
  in_use: 409,
  limit_exceeded: 409,
  broken_reference: 409,
  already_set_up: 409,
  too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  rate_limited: 429,
  /** Back-pressure: nothing was taken; try again after `retryAfter`. */
  too_busy: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof statusOf;

export type ErrorParams = Readonly<Record<string, string | number | boolean>>;

/** One thing wrong at one place: `path` as in `when.all[0].value` (empty for the whole), words follow from `code`. */
export type Issue = { path: string; code: string; params?: ErrorParams };

/** What uses something that is to be deleted. */
export type Use = { kind: string; id: string; name: string };

export type ErrorDetails = {
  issues?: readonly Issue[];
  /** With `in_use`. */
  uses?: readonly Use[];
  /** Seconds, with `rate_limited` and `too_busy`. */
  retryAfter?: number;
  /** With `stale_version`: the version that stands. */
  currentVersion?: number;
};

/** Every expected failure. Carries codes and parameters; the words are chosen where it is shown. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, params: ErrorParams = {}, details: ErrorDetails = {}) {
    super(code);
    this.code = code;
    this.params = params;
    this.details = details;
  }

  get status(): number {
    return statusOf[this.code];
  }

  get issues(): readonly Issue[] {
    return this.details.issues ?? [];
  }
}

/** `kind` as in the change history (`group`, `trigger`, …). */
export function notFound(kind: string, id: string): AppError {
  return new AppError('not_found', { kind, id: id.slice(0, 100) });
}

/** One wrong place in otherwise valid input, found by a service (`key` taken, group unknown, …). */
export function invalid(path: string, code: string, params?: ErrorParams): AppError {
  return new AppError('invalid', {}, { issues: [{ path, code, params }] });
}
