/** One page of the shop as a document. It stands alone: nothing of the admin center is loaded, as on a customer's site. */
import type { Locale } from '@/lib/i18n/locale';
import { bodyOf, type PageName, titleOf } from './bodies';
import { type Html, html } from './html';
import { people } from './people';
import { shopWords, type Words } from './words';

export type Shop = {
  /** What the snippet names. */
  channel: string;
  /** Whether visitors can be known customers (the channel has a key to sign with). */
  identities: boolean;
};

/** The document of a page, or undefined where the shop has none: `''`, `bikes`, `bikes/vinter-3`, `cart`, `help`. */
export function shopPage(path: string, locale: Locale, shop: Shop): string | undefined {
  const t = shopWords(locale);
  const page = nameOf(path);
  const body = page && bodyOf(page, locale, t);
  if (!page || !body) return undefined;
  const title = titleOf(page, t);
  return document(
    locale,
    title,
    html`${header(path, locale, t, shop)}<main id="main">${body}</main>${footer(t)}
<script async src="/widget.js" data-channel="${shop.channel}"></script>`,
  );
}

/** What stands in place of the shop as long as there is no channel for it. */
export function noShop(locale: Locale): string {
  const t = shopWords(locale);
  const steps = ['demo', 'own'].map((way) => html`<li>${t(`missing.${way}`)}</li>`);
  return document(
    locale,
    t('missing.title'),
    html`<main class="narrow"><h1>${t('missing.title')}</h1><p>${t('missing.text')}</p><ul class="ways">${steps}</ul>
<p><a class="button" href="/">${t('missing.admin')}</a></p></main>`,
  );
}

function nameOf(path: string): PageName | undefined {
  const [first = '', slug, ...rest] = path.split('/');
  if (rest.length > 0) return undefined;
  if (first === '' && slug === undefined) return { page: 'home' };
  if (first === 'bikes') return slug === undefined ? { page: 'bikes' } : { page: 'bike', slug };
  if ((first === 'cart' || first === 'help') && slug === undefined) return { page: first };
  return undefined;
}

function document(locale: Locale, title: string, body: Html): string {
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · Velo &amp; Co</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/demo-shop.css">
<script defer src="/demo-shop.js"></script>
</head>
<body>
${body}
</body>
</html>
`.markup;
}

function header(path: string, locale: Locale, t: Words, { identities }: Shop): Html {
  const other = locale === 'en' ? 'fr' : 'en';
  const links = ['bikes', 'help'].map(
    (name) =>
      html`<li><a href="/demo/${name}" data-soft${path === name && html` aria-current="page"`}>${t(`nav.${name}`)}</a></li>`,
  );
  const options = people.map(({ id, name }) => html`<option value="${id}">${name}</option>`);
  return html`<a class="skip" href="#main">${t('skip')}</a>
<header>
<a class="brand" href="/demo" data-soft>Velo &amp; Co</a>
<nav aria-label="${t('nav.label')}"><ul>${links}<li><a href="/demo/cart"${path === 'cart' && html` aria-current="page"`}>${t('nav.cart')} <span class="count" data-cart-count hidden></span></a></li></ul></nav>
<div class="tools">
${identities && html`<label><span>${t('person.label')}</span> <select data-person><option value="">${t('person.visitor')}</option>${options}</select></label>`}
<button type="button" class="plain" data-start-over>${t('person.startOver')}</button>
<a href="?lang=${other}" hreflang="${other}" lang="${other}">${t('language.other')}</a>
</div>
</header>`;
}

function footer(t: Words): Html {
  return html`<footer><p>${t('footer.note')}</p></footer>`;
}
