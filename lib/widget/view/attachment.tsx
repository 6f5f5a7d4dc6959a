/** @jsxImportSource @/lib/widget/dom */
import { sizeWords } from '../files';
import type { Attachment } from '../protocol';
import { giveWay } from './avatar';
import type { Frame } from './frame';
import { Icon } from './icon';

/** A picture where it can be shown (the style hides the line below it), else a line to open it by. */
export function AttachmentView({ attachment, acts, t }: Frame & { attachment: Attachment }) {
  const { name, type, size, url, width, height } = attachment;
  const href = url && acts.addressOf(url);
  const picture = href && /^image\/(png|jpe?g|gif|webp|avif)$/.test(type);
  return (
    <a class="attachment" href={href} target="_blank" rel="noopener noreferrer">
      {picture && <img src={href} alt="" width={width ?? undefined} height={height ?? undefined} onError={giveWay} />}
      <span class="file">
        <Icon name="file" />
        <span>
          {name}
          <small>{sizeWords(size, t)}</small>
        </span>
      </span>
    </a>
  );
}
