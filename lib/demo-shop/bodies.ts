import type { Locale } from '@/lib/i18n/locale';
import { bike } from './bike';
import { type Html, html } from './html';
import { type Product, productOf, products } from './products';
import { priceIn, type Words } from './words';

export type PageName = { page: 'home' | 'bikes' | 'cart' | 'help' } | { page: 'bike'; slug: string };

const questions = ['delivery', 'returns', 'repairs', 'size', 'battery'] as const;

export function titleOf(name: PageName, t: Words): string {
  if (name.page !== 'bike') return t(`${name.page}.title`);
  return productOf(name.slug)?.name ?? '';
}

/** What is between header and footer; undefined for a bike that is not sold. */
export function bodyOf(name: PageName, locale: Locale, t: Words): Html | undefined {
  switch (name.page) {
    case 'home':
      return home(locale, t);
    case 'bikes':
      return html`<h1>${t('bikes.title')}</h1><p class="lead">${t('bikes.text')}</p>${cards(products, locale, t, 'h2')}`;
    case 'bike': {
      const product = productOf(name.slug);
      return product && detail(product, locale, t);
    }
    case 'cart':
      return cart(locale, t);
    case 'help':
      return help(t);
  }
}

function home(locale: Locale, t: Words): Html {
  const [first, ...rest] = products;
  if (!first) return html``;
  const { slug, name, price, frame, colour } = first;
  const call = t('home.call', { name, price: priceIn(locale, price) });
  return html`<section class="hero"><div><h1>${t('home.heading')}</h1><p>${t('home.text')}</p>
<a class="button" href="/demo/bikes/${slug}">${call}</a></div>${bike(frame, colour)}</section>
<h2 class="section">${t('home.more')}</h2>${cards(rest.slice(0, 3), locale, t, 'h3')}`;
}

function cards(shown: readonly Product[], locale: Locale, t: Words, heading: 'h2' | 'h3'): Html {
  const items = shown.map(({ slug, name, price, frame, colour }) => {
    const link = html`<a href="/demo/bikes/${slug}" data-soft>${name}</a>`;
    const title = heading === 'h2' ? html`<h2>${link}</h2>` : html`<h3>${link}</h3>`;
    return html`<li><div class="picture">${bike(frame, colour)}</div>${title}<p>${t(`products.${slug}.short`)}</p><p class="price">${priceIn(locale, price)}</p></li>`;
  });
  return html`<ul class="cards">${items}</ul>`;
}

function detail({ slug, name, price, frame, colour, sizes, stock }: Product, locale: Locale, t: Words): Html {
  const options = sizes.map((size) => html`<option>${size}</option>`);
  const facts = ['one', 'two', 'three'].map((fact) => html`<li>${t(`products.${slug}.${fact}`)}</li>`);
  return html`<p class="crumb"><a href="/demo/bikes" data-soft>${t('bikes.title')}</a> / ${name}</p>
<div class="detail"><div class="picture">${bike(frame, colour)}</div><div>
<h1>${name}</h1><p class="price">${priceIn(locale, price)}</p><p>${t(`products.${slug}.long`)}</p><ul class="facts">${facts}</ul>
<form data-add="${slug}"><label>${t('bike.size')} <select name="size">${options}</select></label>
<button class="button" type="submit">${t('bike.add')}</button></form>
<p role="status" data-added hidden>${t('bike.added')} <a href="/demo/cart">${t('bike.toCart')}</a></p>
<p class="stock">${stock < 5 ? t('bike.few', { count: stock }) : t('bike.inStock')}</p>
<p><button type="button" class="plain" data-chat>${t('bike.ask', { name })}</button></p>
</div></div>`;
}

/** All lines stand there hidden; the browser shows those that are in the cart. */
function cart(locale: Locale, t: Words): Html {
  const lines = products.map(
    ({ slug, name, price, frame, colour }) =>
      html`<li hidden data-line="${slug}" data-price="${price}"><div class="picture">${bike(frame, colour)}</div><div><a href="/demo/bikes/${slug}">${name}</a><p data-size></p></div><p class="price">${priceIn(locale, price)}</p><button type="button" class="plain" data-remove="${slug}" aria-label="${t('cart.removeOne', { name })}">${t('cart.remove')}</button></li>`,
  );
  return html`<h1>${t('cart.title')}</h1><p data-empty>${t('cart.empty')} <a href="/demo/bikes">${t('cart.look')}</a></p>
<ul class="lines">${lines}</ul><div class="sum" data-sum hidden><p>${t('cart.sum')} <strong data-total></strong></p><p>${t('cart.delivery')}</p>
<button class="button" type="button" data-chat>${t('cart.order')}</button></div>`;
}

function help(t: Words): Html {
  const answers = questions.map(
    (name) =>
      html`<details><summary>${t(`help.${name}.question`)}</summary><p>${t(`help.${name}.answer`)}</p></details>`,
  );
  return html`<h1>${t('help.title')}</h1><p class="lead">${t('help.text')}</p><div class="answers">${answers}</div>
<p><button class="button" type="button" data-chat>${t('help.ask')}</button></p>`;
}
