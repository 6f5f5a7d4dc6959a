import type { ErrorCode, Issue, Use } from '@/lib/contracts/app-error';

/** A problem document, as the interface shows it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ErrorCode;
  readonly status: number;
  /** In the reader's language. */
  readonly detail: string;
  readonly params: Readonly<Record<string, string | number | boolean>>;
  readonly issues: readonly (Issue & { message: string })[];
  readonly uses: readonly Use[];
  readonly currentVersion: number | undefined;
  readonly reference: string | undefined;

  constructor(document: Partial<ProblemDocument>) {
    super(document.code ?? 'unavailable');
    this.code = document.code ?? 'unavailable';
    this.status = document.status ?? 0;
    this.detail = document.detail ?? '';
    this.params = document.params ?? {};
    this.issues = document.errors ?? [];
    this.uses = document.uses ?? [];
    this.currentVersion = document.currentVersion;
    this.reference = document.instance?.replace('urn:uuid:', '');
  }
}

type ProblemDocument = {
  code: ErrorCode;
  status: number;
  detail: string;
  params: Problem['params'];
  errors: Problem['issues'];
  uses: Use[];
  currentVersion: number;
  instance: string;
};

export type FetchOptions = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** Version that the change was made on. */
  ifMatch?: number;
  signal?: AbortSignal;
};

/**
 * Asks the API with the session. `T` is the contract's answer; undefined for an empty one.
 * @throws Problem, with code `unavailable` when the server cannot be reached
 */
export async function fetchJson<T = undefined>(url: string, options: FetchOptions = {}): Promise<T> {
  const { method = 'GET', body, ifMatch, signal } = options;
  const headers = new Headers({ accept: 'application/json' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (ifMatch !== undefined) headers.set('if-match', `"${ifMatch}"`);
  return receive<T>(
    await send(url, { method, headers, signal, body: body === undefined ? null : JSON.stringify(body) }),
  );
}

/** Uploads a file as the body itself. @throws Problem, as `fetchJson` */
export async function sendFile<T>(url: string, file: Blob): Promise<T> {
  const headers = { accept: 'application/json', 'content-type': file.type || 'application/octet-stream' };
  return receive<T>(await send(url, { method: 'POST', headers, body: file }));
}

async function receive<T>(response: Response): Promise<T> {
  if (!response.ok) throw await readProblem(response);
  // The contract's answer: the server validates what it takes, and tests hold it to what it gives.
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem({ code: 'unavailable' });
  }
}

async function readProblem(response: Response): Promise<Problem> {
  if (!/problem\+json/.test(response.headers.get('content-type') ?? ''))
    return new Problem({ code: response.status >= 500 ? 'unavailable' : 'internal', status: response.status });
  return new Problem(await response.json());
}

/** What to tell of any failure: the server's own words, else `fallback`. */
export function problemText(error: unknown, fallback: string): string {
  return error instanceof Problem && error.detail !== '' ? error.detail : fallback;
}
