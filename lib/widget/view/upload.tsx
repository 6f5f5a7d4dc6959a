/** @jsxImportSource @/lib/widget/dom */
import { largestFile, sizeWords } from '../files';
import type { Upload } from '../state';
import type { Frame } from './frame';
import { Icon } from './icon';

/** A file above the composer: on its way, ready to be sent, or why not. */
export function UploadView({ upload, acts, t }: Pick<Frame, 'acts' | 't'> & { upload: Upload }) {
  const { key, name, size, progress, id, error } = upload;
  return (
    <div class="upload">
      <Icon name="file" />
      <span>
        {error ? (
          <span class="error" role="alert">
            {t(error, { name, size: sizeWords(largestFile, t) })}
          </span>
        ) : (
          name
        )}
        {id && <small>{sizeWords(size, t)}</small>}
        {!id && !error && <progress value={String(progress)} max={1} aria-label={t('uploading', { name })} />}
      </span>
      <button type="button" class="quiet" aria-label={t('remove', { name })} onClick={() => acts.removeUpload(key)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
