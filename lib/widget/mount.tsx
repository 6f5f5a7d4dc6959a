/** @jsxImportSource @/lib/widget/dom */
/** The widget's place in a page: one element with a shadow root, styled by constructed sheets (no policy forbids them). */
import type { Acts } from './acts';
import { palette } from './colour';
import { render } from './dom/render';
import { emptyState, type State } from './state';
import style from './style.css';
import type { More } from './surroundings';
import { App } from './view/app';
import { moveFocus, onKey } from './view/focus';
import { keepPlace } from './view/stay';
import { wordsIn } from './words';

export type Theme = 'page' | 'light' | 'dark' | 'auto';

export type Mounted = { host: HTMLElement; show(state: State): void; add(more: More): void };

/**
 * `theme`: `page` is dark where the page itself is (its `color-scheme`), `auto` by the reader's preference.
 * `inline`: styles of a preview, which takes no focus.
 */
export function mount(acts: Acts, theme: Theme, inline?: string): Mounted {
  const host = document.createElement('signalbox-widget');
  const root = host.attachShadow({ mode: 'open' });
  const colours = new CSSStyleSheet();
  const dress = (text: string) => {
    const styles = new CSSStyleSheet();
    styles.replaceSync(text);
    root.adoptedStyleSheets.push(styles);
  };
  dress(style + (inline ?? ''));
  root.adoptedStyleSheets.push(colours);
  let shown = emptyState;
  let more: More | undefined;
  root.addEventListener('keydown', (event) => {
    // Events of this name are of the keyboard.
    if (shown.open && !inline) onKey(root, event as KeyboardEvent, () => acts.open(false));
  });
  const show = (state: State) => {
    const { config } = state;
    if (config !== shown.config) colours.replaceSync(paintOf(config?.channel.colour, theme));
    const stay = keepPlace(root, shown);
    const frame = { state, acts, more, t: wordsIn(state.language), now: Date.now() };
    render(root, <App {...frame} inline={!!inline} />);
    stay(state);
    if (!inline && shown.config) moveFocus(root, shown, state);
    shown = state;
  };
  return {
    host,
    show,
    add(given) {
      if (!more) dress(given.style);
      more = given;
      show(shown);
    },
  };
}

function paintOf(colour: string | null | undefined, theme: Theme): string {
  const [light, dark] = [palette(colour, false), palette(colour, true)];
  const scheme = theme === 'page' ? '' : `--scheme:${theme === 'auto' ? 'light dark' : theme};`;
  return `:host{${scheme}--brand:${light.brand};--on-brand:${light.onBrand};--brand-ink:light-dark(${light.brandInk},${dark.brandInk})}`;
}
