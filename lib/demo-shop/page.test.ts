import { describe, expect, it } from 'vitest';
import { html } from './html';
import { noShop, shopPage } from './page';
import { products } from './products';

const shop = { channel: '0192', identities: true };
const paths = ['', 'bikes', 'cart', 'help', ...products.map(({ slug }) => `bikes/${slug}`)];

describe.each(['en', 'fr'] as const)('%s', (locale) => {
  it.each(paths)('/%s has all its words, in its language', (path) => {
    const page = shopPage(path, locale, shop) ?? '';
    expect(page).toContain(`<html lang="${locale}">`);
    expect(page).toContain('<script async src="/widget.js" data-channel="0192"></script>');
    // What next-intl writes where a word is missing.
    expect(page.match(/demo\.[\w.-]+/g)).toBeNull();
    expect(page.match(/<h1/g)).toHaveLength(1);
    // A strict policy would drop these.
    expect(page).not.toMatch(/<script(?![^>]* src=)|<style| style=| on\w+=|javascript:/);
  });

  it('says how to get one where there is no channel', () => {
    expect(noShop(locale)).toContain('npm run demo');
  });
});

it('writes prices as the language does', () => {
  expect(shopPage('', 'en', shop)).toContain('€1,490');
  expect(shopPage('', 'fr', shop)).toContain('1\u202f490\u00a0€');
});

it('knows no other pages', () => {
  for (const path of ['bikes/none', 'bikes/bera/x', 'admin', 'cart/x', 'constructor']) {
    expect(shopPage(path, 'en', shop)).toBeUndefined();
  }
});

it('lets nobody be someone without a key to sign with', () => {
  expect(shopPage('', 'en', { ...shop, identities: false })).not.toContain('data-person');
});

it('escapes what is put into markup', () => {
  expect(html`<b title="${'"><script>'}">${"<i>&'"}</b>`.markup).toBe(
    '<b title="&#34;&#62;&#60;script&#62;">&#60;i&#62;&#38;&#39;</b>',
  );
});
