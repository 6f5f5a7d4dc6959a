/** @jsxImportSource @/lib/widget/dom */
import { Avatar } from './avatar';
import { Composer } from './composer';
import { narrow } from './focus';
import type { Frame } from './frame';
import { Icon } from './icon';
import { Log } from './log';

export function Panel(frame: Frame & { inline: boolean }) {
  const { state, acts, t, inline } = frame;
  const channel = state.config?.channel;
  if (!channel) return null;
  return (
    <section
      class="panel"
      role="dialog"
      aria-modal={!inline && narrow()}
      aria-label={t('chatWith', { name: channel.name })}
      tabindex={-1}
    >
      <div class="top">
        <Avatar person={{ name: channel.name, avatar: channel.logo }} acts={acts} />
        <div>
          <h2>{channel.name}</h2>
          <p>{subtitle(frame)}</p>
        </div>
        <button type="button" class="quiet" aria-label={t('closeChat')} onClick={() => acts.open(false)}>
          <Icon name="down" />
        </button>
      </div>
      {state.connection === 'offline' && (
        <p class="bar" role="status">
          {t('offline')}
        </p>
      )}
      <Log {...frame} />
      <Composer {...frame} />
    </section>
  );
}

function subtitle({ state, t }: Frame): string {
  const { config, conversation, fresh } = state;
  const running = !fresh && conversation && conversation.phase !== 'ended' ? conversation : null;
  if (running?.agent) return t('talkingTo', { name: running.agent.name });
  if (config?.response.mode === 'bot' && (!running || running.phase === 'bot')) return t('bot');
  return t(config?.response.inHours === false ? 'away' : 'here');
}
