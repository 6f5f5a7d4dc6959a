import { AppError } from '@/lib/contracts/app-error';
import { readCookie } from '@/lib/http/cookies';
import { problemResponse } from '@/lib/http/problem';
import { chooseLocale, LOCALE_COOKIE } from '@/lib/i18n/locale';

/** Addresses below /api that nothing else answers. */
function answer(request: Request): Response {
  const locale = chooseLocale(readCookie(request, LOCALE_COOKIE), request.headers.get('accept-language'));
  const { pathname } = new URL(request.url);
  return problemResponse(new AppError('not_found', { kind: 'address', id: pathname.slice(0, 100) }), locale, pathname);
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
