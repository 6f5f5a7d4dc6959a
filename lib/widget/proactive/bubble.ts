/** The message beside the launcher, in the widget's own shadow root. */

import type { Hooks } from '../proactive-hooks';
import style from './bubble.css';
import type { Offered } from './run';

export interface BubbleActs {
  answer(): void;
  dismiss(): void;
}

export interface BubbleWords {
  readonly answer: string;
  readonly dismiss: string;
}

/** Answers how to show a message or none. What it says is data: text and links, nothing else. */
export function openBubble(
  { root, pieces }: Pick<Hooks, 'root' | 'pieces'>,
  words: BubbleWords,
  acts: BubbleActs,
): (message: Offered | null) => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets.push(sheet);
  // There before there is anything to say, so that it is said.
  const place = document.createElement('div');
  place.className = 'proactive';
  place.setAttribute('role', 'status');
  root.append(place);
  place.addEventListener('keydown', ({ key }) => key === 'Escape' && acts.dismiss());
  return (message) => {
    const left = root.querySelector('.widget')?.classList.contains('left');
    place.className = `proactive${left ? ' left' : ''}`;
    place.replaceChildren(...(message ? [card(message, pieces(message.text), words, acts)] : []));
  };
}

function card(
  { author }: Offered,
  text: ReturnType<Hooks['pieces']>,
  words: BubbleWords,
  acts: BubbleActs,
): HTMLElement {
  const box = element('div', 'proactive-card');
  const said = element('p');
  for (const { text: part, href } of text) {
    if (!href) said.append(part);
    else said.append(Object.assign(element('a', '', part), { href, target: '_blank', rel: 'noopener noreferrer' }));
  }
  const answer = button('proactive-answer', words.answer, acts.answer);
  answer.textContent = words.answer;
  const close = button('proactive-close', words.dismiss, acts.dismiss);
  close.textContent = '\u00d7';
  close.setAttribute('aria-label', words.dismiss);
  box.append(element('b', '', author.name), said, answer, close);
  // Anywhere but on a link or the cross, a click means to answer.
  box.addEventListener('click', ({ target }) => {
    if (target instanceof Element && !target.closest('a, button')) acts.answer();
  });
  return box;
}

function button(name: string, label: string, onClick: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: name, title: label });
  made.addEventListener('click', onClick);
  return made;
}

function element(tag: string, name = '', text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
}
