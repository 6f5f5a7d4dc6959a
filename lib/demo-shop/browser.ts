/** The shop's own script (`public/demo-shop.js`): cart, links without a new page, and who the visitor is. */
type Line = { slug: string; size: string };

type Widget = ((command: string, ...given: unknown[]) => unknown) & { q?: unknown[][] };
const page: { signalbox?: Widget } = window as object;

const cartName = 'demo-shop-cart';
const personName = 'demo-shop-person';

/** Commands wait in a queue until the widget is there. */
function signalbox(command: string, ...given: unknown[]): void {
  if (!page.signalbox) {
    const queue: Widget = (...call) => void queue.q?.push(call);
    queue.q = [];
    page.signalbox = queue;
  }
  page.signalbox(command, ...given);
}

function readCart(): Line[] {
  try {
    const lines: unknown = JSON.parse(localStorage.getItem(cartName) ?? '[]');
    return Array.isArray(lines) ? lines : [];
  } catch {
    return [];
  }
}

function writeCart(lines: readonly Line[]): void {
  localStorage.setItem(cartName, JSON.stringify(lines));
  showCart();
  signalbox('page', { metadata: { cart: lines.length } });
}

function showCart(): void {
  const lines = readCart();
  for (const count of document.querySelectorAll<HTMLElement>('[data-cart-count]')) {
    count.textContent = String(lines.length);
    count.hidden = lines.length === 0;
  }
  let total = 0;
  for (const row of document.querySelectorAll<HTMLElement>('[data-line]')) {
    const line = lines.find(({ slug }) => slug === row.dataset.line);
    row.hidden = !line;
    const size = row.querySelector('[data-size]');
    if (size) size.textContent = line?.size ?? '';
    if (line) total += Number(row.dataset.price);
  }
  const sum = document.querySelector<HTMLElement>('[data-sum]');
  if (!sum) return;
  sum.hidden = lines.length === 0;
  const empty = document.querySelector<HTMLElement>('[data-empty]');
  if (empty) empty.hidden = lines.length > 0;
  const euros = new Intl.NumberFormat(document.documentElement.lang === 'fr' ? 'fr-FR' : 'en-GB', {
    ...{ style: 'currency', currency: 'EUR', maximumFractionDigits: 0 },
  });
  const place = sum.querySelector('[data-total]');
  if (place) place.textContent = euros.format(total);
}

/** Another page's `main` in place of this one's, as a single-page application does it. */
async function go(address: string, push: boolean): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) return location.assign(address);
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  const main = next.querySelector('main');
  if (!main) return location.assign(address);
  document.querySelector('main')?.replaceWith(main);
  document.querySelector('nav')?.replaceWith(next.querySelector('nav') ?? '');
  if (push) history.pushState(null, '', address);
  document.title = next.title;
  scrollTo(0, 0);
  showCart();
  const heading = main.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

/** The shop's server knows who has signed in, and signs for it. */
async function identify(): Promise<void> {
  const person = localStorage.getItem(personName);
  if (!person) return;
  const response = await fetch(`/demo/identity?person=${encodeURIComponent(person)}`);
  if (response.ok) signalbox('identify', (await response.json()).jwt);
}

function become(person: string): void {
  signalbox('reset');
  if (person) localStorage.setItem(personName, person);
  else localStorage.removeItem(personName);
  void identify();
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest<HTMLAnchorElement>('a[data-soft]');
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    void go(link.href, true);
  }
  if (target?.closest('[data-chat]')) signalbox('open');
  const remove = target?.closest<HTMLElement>('[data-remove]')?.dataset.remove;
  if (remove) writeCart(readCart().filter(({ slug }) => slug !== remove));
  if (target?.closest('[data-start-over]')) {
    localStorage.removeItem(cartName);
    become('');
    location.assign('/demo');
  }
});

document.addEventListener('submit', (event) => {
  const form = event.target instanceof HTMLFormElement ? event.target : null;
  const slug = form?.dataset.add;
  if (!form || !slug) return;
  event.preventDefault();
  const size = String(new FormData(form).get('size') ?? '');
  writeCart([...readCart().filter((line) => line.slug !== slug), { slug, size }]);
  const added = document.querySelector<HTMLElement>('[data-added]');
  if (added) added.hidden = false;
});

document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement && target.matches('[data-person]')) become(target.value);
});

addEventListener('popstate', () => void go(location.href, false));

const chooser = document.querySelector<HTMLSelectElement>('[data-person]');
if (chooser) {
  chooser.value = localStorage.getItem(personName) ?? '';
  void identify();
}
showCart();

export {};
