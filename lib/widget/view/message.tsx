/** @jsxImportSource @/lib/widget/dom */
import { timeOf } from '../clock-words';
import { pieces } from '../links';
import type { MessageLine } from '../timeline';
import { AttachmentView } from './attachment';
import { Avatar } from './avatar';
import type { Frame } from './frame';

/** One message. Its text is data: whatever markup it holds is shown as written. */
export function MessageView({ line, ...frame }: Frame & { line: MessageLine }) {
  const { message, own, head } = line;
  const { acts, t, state } = frame;
  const time = timeOf(Date.parse(message.at), state.language);
  return (
    <div class={`message${own ? ' own' : ''}${head ? ' head' : ''}`}>
      {head && !own && <Avatar person={message.author} acts={acts} />}
      <p class={head && !own ? 'who' : 'hidden'}>
        <b>{own ? t('you') : message.author.name}</b> {message.seq > 0 && <time datetime={message.at}>{time}</time>}
      </p>
      {message.text && (
        <p class="text">
          {pieces(message.text).map(({ text, href }) =>
            href ? (
              // biome-ignore lint/correctness/useJsxKeyInIterable: the place is the key.
              <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
                {text}
              </a>
            ) : (
              text
            ),
          )}
        </p>
      )}
      {message.attachments?.map((attachment) => (
        <AttachmentView key={attachment.id} attachment={attachment} {...frame} />
      ))}
      {own && <Delivery line={line} time={time} {...frame} />}
    </div>
  );
}

function Delivery({ line, time, acts, t }: Frame & { line: MessageLine; time: string }) {
  const { message, delivery, tail } = line;
  if (delivery === 'sent' || delivery === 'seen') {
    return tail ? (
      <p class="delivery">{`${t('sent', { time })}${delivery === 'seen' ? ` · ${t('seen')}` : ''}`}</p>
    ) : null;
  }
  if (delivery !== 'failed') {
    return <p class="delivery">{t(delivery === 'waiting' ? 'waitingForConnection' : 'sending')}</p>;
  }
  return (
    <p class="delivery failed">
      {t('notSent')}{' '}
      <button type="button" onClick={() => acts.retry(message.id)}>
        {t('retry')}
      </button>{' '}
      <button type="button" onClick={() => acts.discard(message.id)}>
        {t('discard')}
      </button>
    </p>
  );
}
