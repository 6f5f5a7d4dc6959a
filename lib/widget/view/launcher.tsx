/** @jsxImportSource @/lib/widget/dom */
import { unread } from '../state';
import type { Frame } from './frame';
import { Icon } from './icon';

export function Launcher({ state, acts, t }: Frame) {
  const count = state.open ? 0 : unread(state).length;
  const label = t(state.open ? 'closeChat' : 'openChat');
  return (
    <button
      type="button"
      class="launcher"
      aria-expanded={state.open}
      aria-label={count > 0 ? `${label}, ${t('unread', { count })}` : label}
      onClick={() => acts.open(!state.open)}
    >
      <Icon name={state.open ? 'down' : 'chat'} />
      {count > 0 && <span class="badge">{count > 9 ? '9+' : count}</span>}
    </button>
  );
}
