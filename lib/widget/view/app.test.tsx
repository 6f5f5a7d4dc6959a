/** @jsxImportSource @/lib/widget/dom */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Acts } from '../acts';
import { render } from '../dom/render';
import { more } from '../more/more';
import { emptyState, type State } from '../state';
import { config, conversation, message, own } from '../testing/examples';
import { wordsIn } from '../words';
import { App } from './app';

let root: HTMLElement;
let acts: { [Act in keyof Acts]: ReturnType<typeof vi.fn> };
beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  root = document.createElement('div');
  document.body.replaceChildren(root);
  const names = [
    'open',
    'send',
    'retry',
    'discard',
    'answerForm',
    'write',
    'older',
    'attach',
    'removeUpload',
    'startAnew',
  ];
  acts = Object.fromEntries([...names, 'addressOf'].map((name) => [name, vi.fn()])) as typeof acts;
  acts.addressOf.mockImplementation((url: string) => `https://host.example${url}`);
});

function show(state: Partial<State>): void {
  const whole = { ...emptyState, config, open: true, ...state };
  const given = { state: whole, acts: acts as unknown as Acts, t: wordsIn(whole.language), now: Date.now(), more };
  render(root, <App {...given} inline={false} />);
}

const button = (name: string) =>
  [...root.querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
const type = (selector: string, value: string) => {
  const field = root.querySelector<HTMLInputElement>(selector);
  if (field) field.value = value;
};
const submit = (selector: string) =>
  root.querySelector(selector)?.dispatchEvent(new SubmitEvent('submit', { cancelable: true, bubbles: true }));

describe('closed', () => {
  it('shows only the launcher, with what is new', () => {
    show({ open: false, conversation: conversation([message(1), message(2)]) });
    expect(root.querySelector('[role="dialog"]')).toBeNull();
    expect(root.querySelector('.badge')?.textContent).toBe('2');
    button('Open chat, 2 new')?.click();
    expect(acts.open).toHaveBeenCalledWith(true);
    expect(root.querySelector('[role="status"]')?.textContent).toBe('New message from Claire: Text 2');
  });

  it('is nothing as long as the channel is unknown', () => {
    show({ config: null });
    expect(root.innerHTML).toBe('');
  });
});

describe('a message', () => {
  it('is text, whoever wrote it', () => {
    const markup = '<img src=x onerror=alert(1)><b>bold</b>';
    const author = { kind: 'agent', name: '<script>alert(2)</script>' } as const;
    show({ conversation: conversation([message(1, { text: markup, author }), own(2, 'x', { text: markup })]) });
    expect(root.querySelectorAll('.text img, .text b, script')).toHaveLength(0);
    expect([...root.querySelectorAll('.text')].map((text) => text.textContent)).toEqual([markup, markup]);
  });

  it('links addresses and opens them apart', () => {
    show({ conversation: conversation([message(1, { text: 'See https://example.org.' })]) });
    const link = root.querySelector('.text a');
    expect(link?.getAttribute('href')).toBe('https://example.org');
    expect(link?.getAttribute('rel')).toContain('noopener');
  });

  it('that was not sent can be sent again or discarded', () => {
    show({ outbox: [{ id: 'a', text: 'Hello', at: 1, failed: true }] });
    button('Try again')?.click();
    expect(acts.retry).toHaveBeenCalledWith('a');
    button('Discard')?.click();
    expect(acts.discard).toHaveBeenCalledWith('a');
  });

  it('shows pictures, and what is no picture by name and size', () => {
    const attachments = [
      { id: 'p', name: 'wheel.png', type: 'image/png', size: 2_000, url: '/a/p' },
      { id: 'd', name: 'page.svg', type: 'image/svg+xml', size: 1_500_000, url: '/a/d' },
    ];
    show({ conversation: conversation([message(1, { attachments })]) });
    expect([...root.querySelectorAll('.attachment img')].map((image) => image.getAttribute('src'))).toEqual([
      'https://host.example/a/p',
    ]);
    expect([...root.querySelectorAll('.attachment')].at(-1)?.textContent).toBe('page.svg2 MB');
  });

  it('carries an emoji, a picture or initials of its sender', () => {
    const by = (seq: number, name: string, avatar?: string) => message(seq, { author: { kind: 'bot', name, avatar } });
    show({
      conversation: conversation([by(1, 'Spoke', '🚲'), by(2, 'Ada Lindgren'), by(3, 'Bob', '/bob.png')], {
        agent: null,
      }),
    });
    const [spoke, ada, bob] = root.querySelectorAll('.message .avatar');
    expect(spoke?.textContent).toBe('🚲');
    expect(ada?.textContent).toBe('AL');
    expect(bob?.querySelector('img')?.getAttribute('src')).toBe('https://host.example/bob.png');
  });
});

describe('writing', () => {
  it('sends by Enter, not by Shift with Enter, and not while a word is composed', () => {
    const press = (init: KeyboardEventInit) =>
      root
        .querySelector('textarea')
        ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, ...init }));
    show({ draft: ' Hello ' });
    press({ shiftKey: true });
    press({ isComposing: true });
    expect(acts.send).not.toHaveBeenCalled();
    press({});
    expect(acts.send).toHaveBeenCalledWith('Hello');
  });

  it('does not send nothing, nor too much', () => {
    for (const draft of ['  ', 'x'.repeat(8_001)]) {
      show({ draft });
      submit('.foot form');
    }
    expect(acts.send).not.toHaveBeenCalled();
    expect(root.querySelector('[role="alert"]')?.textContent).toContain('8000');
  });

  it('offers quick replies, and chooses one by its label', () => {
    const quickReplies = [{ id: 'size', label: 'Find my size' }];
    show({ conversation: conversation([message(1, { quickReplies })]) });
    button('Find my size')?.click();
    expect(acts.send).toHaveBeenCalledWith('Find my size', 'size');
  });
});

describe('the form', () => {
  const asking = conversation([message(1)], {
    phase: 'details',
    agent: null,
    form: { fields: ['name', 'email'], purpose: 'details' },
  });

  it('begins with what is known, and gives what is written', () => {
    show({ conversation: asking, customer: { id: 'c', name: 'Luca', email: null, identified: false } });
    expect(root.querySelector<HTMLInputElement>('#field-name')?.value).toBe('Luca');
    type('#field-email', ' luca@example.org ');
    submit('.form');
    expect(acts.answerForm).toHaveBeenCalledWith({ name: 'Luca', email: 'luca@example.org' });
  });

  it('says what is wrong beside the field, in the customer’s language, and keeps what was written', () => {
    show({ conversation: asking });
    type('#field-email', 'é@example.org');
    show({ conversation: asking, language: 'fr', form: { busy: false, errors: { email: 'emailAscii' } } });
    const field = root.querySelector<HTMLInputElement>('#field-email');
    expect(field?.value).toBe('é@example.org');
    expect(field?.getAttribute('aria-invalid')).toBe('true');
    const error = root.querySelector(`#${field?.getAttribute('aria-describedby')}`);
    expect(error?.textContent).toBe('Écrivez l’adresse sans accents ni lettres spéciales.');
  });

  it('is sent once', () => {
    show({ conversation: asking, form: { busy: true, errors: {} } });
    submit('.form');
    expect(acts.answerForm).not.toHaveBeenCalled();
  });
});

it('says how the wait is', () => {
  const waiting = (more: object) => {
    show({ conversation: conversation([own(1, 'a')], { phase: 'queued', agent: null, ...more }) });
    return root.querySelector('.line svg')?.parentElement?.textContent;
  };
  expect(waiting({})).toBe('Someone will be with you soon');
  expect(waiting({ position: 3 })).toBe('Your place in the queue: 3');
  expect(waiting({ wait: { minMinutes: 8, maxMinutes: 12 } })).toBe('Estimated wait: 8 to 12 minutes');
  expect(waiting({ wait: { minMinutes: 5, maxMinutes: 5 } })).toBe('Estimated wait: about 5 minutes');
  expect(waiting({ wait: { minMinutes: 1, maxMinutes: 1 } })).toBe('Estimated wait: about a minute');
});
