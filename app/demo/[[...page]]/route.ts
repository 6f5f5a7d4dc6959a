import { getDatabase } from '@/db/client';
import { noShop, shopPage } from '@/lib/demo-shop/page';
import { readCookie } from '@/lib/http/cookies';
import { chooseLocale, isLocale } from '@/lib/i18n/locale';
import { findDemoShop } from '@/lib/services/demo-shop/find-shop';

const languageCookie = 'demo-shop-language';

/** As strict as a careful site is: its own files, no script or style in the page. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export async function GET(request: Request, context: { params: Promise<{ page?: string[] }> }): Promise<Response> {
  const path = ((await context.params).page ?? []).join('/');
  const asked = new URL(request.url).searchParams.get('lang');
  const setting = isLocale(asked) ? asked : readCookie(request, languageCookie);
  const locale = chooseLocale(setting, request.headers.get('accept-language'));
  const shop = await findDemoShop(await getDatabase());
  const page = shop && shopPage(path, locale, { channel: shop.channelId, identities: shop.identities });
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  });
  if (isLocale(asked))
    headers.set('set-cookie', `${languageCookie}=${asked}; Path=/demo; Max-Age=31536000; SameSite=Lax`);
  if (!shop) return new Response(noShop(locale), { headers });
  return new Response(page ?? shopPage('', locale, { channel: shop.channelId, identities: shop.identities }), {
    status: page ? 200 : 404,
    headers,
  });
}
