/** @jsxImportSource @/lib/widget/dom */
/** The widget's place in a page: one element with a shadow root, styled by constructed sheets (no policy forbids them). */
import type { Acts } from './acts';
import { palette } from './colour';
import { render } from './dom/render';
import { emptyState, type State } from './state';
import style from './style.css';
import { App } from './view/app';
import { moveFocus, onKey } from './view/focus';
import { keepPlace } from './view/stay';
import { wordsIn } from './words';

export type Theme = 'page' | 'light' | 'dark' | 'auto';

export type Mounted = { host: HTMLElement; show(state: State): void };

/**
 * `theme`: `page` is dark where the page itself is (its `color-scheme`), `auto` by the reader's preference.
 * `inline`: styles of a preview, which takes no focus.
 */
export function mount(acts: Acts, theme: Theme, inline?: string): Mounted {
  const host = document.createElement('signalbox-widget');
  const root = host.attachShadow({ mode: 'open' });
  const colours = new CSSStyleSheet();
  const styles = new CSSStyleSheet();
  styles.replaceSync(style + (inline ?? ''));
  root.adoptedStyleSheets = [styles, colours];
  let shown = emptyState;
  root.addEventListener('keydown', (event) => {
    // Events of this name are of the keyboard.
    if (shown.open && !inline) onKey(root, event as KeyboardEvent, () => acts.open(false));
  });
  return {
    host,
    show(state) {
      const { config } = state;
      if (config !== shown.config) colours.replaceSync(paintOf(config?.channel.colour, theme));
      const stay = keepPlace(root, shown);
      render(root, <App state={state} acts={acts} t={wordsIn(state.language)} now={Date.now()} inline={!!inline} />);
      stay(state);
      if (!inline && shown.config) moveFocus(root, shown, state);
      shown = state;
    },
  };
}

function paintOf(colour: string | null | undefined, theme: Theme): string {
  const [light, dark] = [palette(colour, false), palette(colour, true)];
  const scheme = theme === 'page' ? '' : `--scheme:${theme === 'auto' ? 'light dark' : theme};`;
  return `:host{${scheme}--brand:${light.brand};--on-brand:${light.onBrand};--brand-ink:light-dark(${light.brandInk},${dark.brandInk})}`;
}
