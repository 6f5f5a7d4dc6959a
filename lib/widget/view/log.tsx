/** @jsxImportSource @/lib/widget/dom */
import { dayOf } from '../clock-words';
import { type Line, offeredReplies, timeline } from '../timeline';
import type { Frame } from './frame';
import { Icon } from './icon';
import { MessageView } from './message';
import { near } from './stay';

export function Log(frame: Frame) {
  const { state, acts, t, now, more } = frame;
  const conversation = state.fresh ? null : state.conversation;
  const replies = offeredReplies(state);
  return (
    <div
      class="log"
      role="log"
      aria-label={t('messages')}
      tabindex={0}
      onScroll={({ currentTarget }) => {
        if (currentTarget.scrollTop < near && conversation?.moreBefore && !state.loadingOlder) acts.older();
      }}
    >
      {conversation?.moreBefore && (
        <button type="button" class="more" disabled={state.loadingOlder} onClick={acts.older}>
          {t(state.loadingOlder ? 'loading' : 'older')}
        </button>
      )}
      {timeline(state, now).map((line) =>
        line.kind === 'message' ? (
          <MessageView key={line.key} line={line} {...frame} />
        ) : (
          <p key={line.key} class="line">
            {line.kind === 'wait' && <Icon name="clock" />}
            {wordsOf(line, frame)}
          </p>
        ),
      )}
      {replies.length > 0 && (
        <fieldset class="replies" aria-label={t('quickReplies')}>
          {replies.map(({ id, label }) => (
            <button type="button" key={id} onClick={() => acts.send(label, id)}>
              {label}
            </button>
          ))}
        </fieldset>
      )}
      {conversation && conversation.phase !== 'ended' && more?.Form(frame)}
      {conversation?.phase === 'ended' && (
        <button type="button" class="more" onClick={acts.startAnew}>
          {t('startAnew')}
        </button>
      )}
      {state.typing && (
        <p class="typing">
          <i />
          <i />
          <i />
          {t('typing', { name: state.typing.name })}
        </p>
      )}
    </div>
  );
}

function wordsOf(line: Exclude<Line, { kind: 'message' }>, { state, t, now }: Frame): string {
  switch (line.kind) {
    case 'day':
      return dayOf(line.at, now, state.language);
    case 'joined':
      return t('joined', { name: line.name });
    case 'wait': {
      const { minMinutes: min = 0, maxMinutes: max = 0 } = line.wait ?? {};
      if (min < max) return t('waitRange', { min, max });
      if (max > 0) return t(max > 1 ? 'waitOne' : 'waitMinute', { max });
      return line.position > 1 ? t('place', { position: line.position }) : t('onTheWay');
    }
    case 'note':
      return line.text;
    case 'ended':
      return t('ended');
  }
}
