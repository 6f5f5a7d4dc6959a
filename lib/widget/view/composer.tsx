/** @jsxImportSource @/lib/widget/dom */
import type { Frame } from './frame';
import { Icon } from './icon';

/** Longest message that the server takes. */
const longest = 8000;

export function Composer(frame: Frame) {
  const { state, acts, t } = frame;
  const { draft, uploads, conversation, fresh } = state;
  const tooLong = draft.length > longest;
  const busy = uploads.some(({ done, error }) => !done && !error);
  const ready = !busy && !tooLong && (draft.trim() !== '' || uploads.some(({ done }) => done));
  const send = (event: Event) => {
    event.preventDefault();
    if (ready) acts.send(draft.trim());
  };
  const label = t(conversation?.phase === 'ended' && !fresh ? 'writeAnew' : 'write');
  return (
    <div
      class="foot"
      onPaste={(event) => {
        const pasted = [...(event.clipboardData?.files ?? [])];
        if (pasted.length > 0) {
          event.preventDefault();
          acts.attach(pasted);
        }
      }}
    >
      {tooLong && (
        <p class="error" role="alert">
          {t('tooLong', { count: longest })}
        </p>
      )}
      {frame.more?.Uploads(frame)}
      <form onSubmit={send}>
        <textarea
          rows={1}
          aria-label={label}
          placeholder={label}
          value={draft}
          onInput={({ currentTarget }) => acts.write(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
          }}
        />
        <input
          type="file"
          multiple
          hidden
          onChange={({ currentTarget }) => {
            acts.attach([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
        <button
          type="button"
          class="quiet"
          aria-label={t('attach')}
          onClick={({ currentTarget }) => currentTarget.parentElement?.querySelector('input')?.click()}
        >
          <Icon name="clip" />
        </button>
        <button type="submit" class="send" aria-label={t('send')} aria-disabled={!ready}>
          <Icon name="up" />
        </button>
      </form>
    </div>
  );
}
