import type { ErrorCode, Issue } from '@/lib/contracts/app-error';

/** An issue with its message in the reader's language. */
export type ToldIssue = Issue & { message: string };

/** The server's refusal (RFC 9457), or `unavailable` when it could not be reached. `detail` is in the reader's language. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: ErrorCode;
  readonly detail: string;
  readonly issues: readonly ToldIssue[];
  /** With `stale_version`: the version that stands. */
  readonly currentVersion: number | undefined;

  constructor(document: Partial<ProblemDocument>) {
    super(document.code ?? 'unavailable');
    this.status = document.status ?? 0;
    this.code = document.code ?? 'unavailable';
    this.detail = document.detail ?? '';
    this.issues = document.errors ?? [];
    this.currentVersion = document.currentVersion;
  }
}

interface ProblemDocument {
  status: number;
  code: ErrorCode;
  detail: string;
  errors: ToldIssue[];
  currentVersion: number;
}

export interface FetchOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  signal?: AbortSignal;
  /** The version that a change is made on. */
  ifMatch?: number;
}

/** Asks our API. The answer's type is what its contract says. @throws ProblemError */
export async function fetchJson<T>(address: string, options: FetchOptions = {}): Promise<T> {
  const { method = 'GET', body, signal, ifMatch } = options;
  const headers = new Headers({ accept: 'application/json' });
  if (method !== 'GET') headers.set('content-type', 'application/json');
  if (ifMatch !== undefined) headers.set('if-match', `"${ifMatch}"`);
  const answer = await fetch(address, {
    method,
    headers,
    signal,
    credentials: 'same-origin',
    body: method === 'GET' ? undefined : JSON.stringify(body ?? {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ProblemError({});
  });
  if (answer.status === 204) return undefined as T;
  const document: unknown = await answer.json().catch(() => undefined);
  if (answer.ok && document !== undefined) return document as T;
  throw new ProblemError(isProblem(document) ? document : { status: answer.status });
}

/** What to tell of a failure; `otherwise` when it says nothing itself. */
export function problemText(error: unknown, otherwise: string): string {
  return error instanceof ProblemError && error.detail !== '' ? error.detail : otherwise;
}

function isProblem(document: unknown): document is ProblemDocument {
  return typeof document === 'object' && document !== null && 'code' in document && 'detail' in document;
}
