import { Problem } from './fetcher';

/** What to tell of a failure; `otherwise` when it says nothing itself. */
export function problemText(error: unknown, otherwise: string): string {
  return error instanceof Problem && error.detail !== '' ? error.detail : otherwise;
}
