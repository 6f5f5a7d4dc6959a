/** @jsxImportSource @/lib/widget/dom */
import { unread } from '../state';
import type { Frame } from './frame';
import { Launcher } from './launcher';
import { Panel } from './panel';

/** The whole widget. `inline`: it fills the place that it is given (previews). */
export function App(frame: Frame & { inline: boolean }) {
  const { state, t, inline } = frame;
  if (!state.config) return null;
  const last = unread(state).at(-1);
  return (
    <div
      class={`widget${state.config.channel.position === 'left' ? ' left' : ''}${inline ? ' inline' : ''}`}
      lang={state.language}
    >
      {state.open && <Panel {...frame} />}
      <Launcher {...frame} />
      <p class="hidden" role="status">
        {!state.open && last && t('newMessage', { name: last.author.name, text: last.text })}
      </p>
    </div>
  );
}
