import { AppError } from '@/lib/contracts/app-error';
import { environment } from '@/lib/environment';

/** A write by session must come from a page of ours. @throws AppError `cross_origin` */
export function requireSameOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') throw new AppError('cross_origin');
  const origin = request.headers.get('origin');
  if (origin === null && site === 'same-origin') return;
  if (origin === null || !isOurs(origin, request)) throw new AppError('cross_origin');
}

function isOurs(origin: string, request: Request): boolean {
  if (origin === environment().url) return true;
  // The same server under another of its names (127.0.0.1, localhost); the cookie belongs to that host alone.
  return URL.canParse(origin) && new URL(origin).host === request.headers.get('host');
}
