'use client';

import { useTranslations } from 'next-intl';
import { ExportIcon, FileIcon } from '@/components/ui/icons';
import { attachmentAddress } from '@/lib/client/uploads';
import type { Attachment } from '@/lib/contracts/attachment';
import { useFileSize } from './file-size';

/** Files of a message: images as they are, others by name and size. */
export function AttachmentList({ attachments }: { attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null;
  return (
    <ul className="flex max-w-130 flex-wrap gap-2">
      {attachments.map((attachment) => (
        <li key={attachment.id} className="max-w-full">
          {isPicture(attachment) ? <Picture attachment={attachment} /> : <FileLink attachment={attachment} />}
        </li>
      ))}
    </ul>
  );
}

function Picture({ attachment }: { attachment: Attachment }) {
  const t = useTranslations('workspace.attachment');
  return (
    <a
      href={attachmentAddress(attachment)}
      target="_blank"
      rel="noreferrer"
      className="block overflow-hidden rounded-md border border-line bg-surface-2"
      title={attachment.name}
    >
      {/* biome-ignore lint/performance/noImgElement: these are people's files behind a sign-in, not assets to optimise */}
      <img
        src={attachmentAddress(attachment)}
        alt={t('picture', { name: attachment.name })}
        loading="lazy"
        decoding="async"
        className="block max-h-60 min-h-12 min-w-12 max-w-full object-contain"
      />
    </a>
  );
}

function FileLink({ attachment }: { attachment: Attachment }) {
  const t = useTranslations('workspace.attachment');
  const size = useFileSize();
  return (
    <a
      href={attachmentAddress(attachment)}
      download={attachment.name}
      className="flex min-h-11 max-w-full items-center gap-2.5 rounded-md border border-line-2 bg-surface px-3 py-1.5 text-sm hover:border-edge"
    >
      <FileIcon className="text-ink-3" />
      <span className="min-w-0">
        <span className="block truncate font-medium" title={attachment.name}>
          {attachment.name}
        </span>
        <span className="block text-xs text-ink-3">{size(attachment.size)}</span>
      </span>
      <ExportIcon className="ml-1 size-3.5 text-ink-3" />
      <span className="sr-only">{t('save')}</span>
    </a>
  );
}

function isPicture({ type }: Attachment): boolean {
  return /^image\/(png|jpeg|gif|webp)$/.test(type);
}
