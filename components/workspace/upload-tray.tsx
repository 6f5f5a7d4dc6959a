'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { CloseIcon, FileIcon } from '@/components/ui/icons';
import { removeUpload, retryUpload, type Upload } from '@/lib/client/attaching';
import { useFormats } from '@/lib/i18n/use-formats';
import { useFileSize } from './file-size';

/** Files that go with what is being written, with how far they are. */
export function UploadTray({ uploads }: { uploads: readonly Upload[] }) {
  const t = useTranslations('workspace.attachment');
  if (uploads.length === 0) return null;
  return (
    <ul aria-label={t('attached')} className="flex flex-wrap gap-1.5 px-2.5 pb-1.5">
      {uploads.map((upload) => (
        <UploadChip key={upload.id} upload={upload} />
      ))}
    </ul>
  );
}

function UploadChip({ upload }: { upload: Upload }) {
  const t = useTranslations('workspace.attachment');
  const formats = useFormats();
  const size = useFileSize();
  const { id, name, attachment, failure, progress } = upload;
  return (
    <li className="relative flex max-w-60 items-center gap-2 overflow-hidden rounded-sm border border-line-2 bg-surface py-1 pr-1 pl-2 text-xs">
      <FileIcon className="size-3.5 text-ink-3" />
      <span className="min-w-0">
        <span className="block truncate font-medium" title={name}>
          {name}
        </span>
        <span role="status" className={failure ? 'block text-stop-ink' : 'block text-ink-3 tabular-nums'}>
          {failure
            ? failure.code === 'too_large'
              ? t('tooLarge')
              : failure.detail || t('failed')
            : attachment
              ? size(attachment.size)
              : t('uploading', { share: formats.percent(Math.round(progress * 100) / 100) })}
        </span>
      </span>
      {failure && failure.code !== 'too_large' ? (
        <Button size="xs" onClick={() => retryUpload(id)}>
          {t('retry')}
        </Button>
      ) : null}
      <button
        type="button"
        aria-label={t('remove', { name })}
        onClick={() => removeUpload(id)}
        className="relative grid size-6 shrink-0 touch-target place-items-center rounded-xs text-ink-3 hover:text-ink"
      >
        <CloseIcon className="size-3.5" />
      </button>
      {attachment || failure ? null : (
        <span
          aria-hidden="true"
          className="absolute inset-x-0 bottom-0 h-0.5 origin-left bg-accent"
          style={{ transform: `scaleX(${progress})` }}
        />
      )}
    </li>
  );
}
