import { originOf } from '@/lib/contracts/channel';

/** The site that was probably meant by what is none: `shop.example.com/cart` → `https://shop.example.com`. */
export function suggestOrigin(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || originOf(text) !== undefined) return null;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { protocol, host, hostname } = new URL(address);
  const named = hostname.includes('.') || hostname === 'localhost';
  const origin = `${protocol === 'http:' ? 'http' : 'https'}://${host}`;
  return named && originOf(origin) === origin ? origin : null;
}
