/** @jsxImportSource @/lib/widget/dom */
import { sizeWords } from '../files';
import type { Upload } from '../state';
import type { Frame } from './frame';
import { Icon } from './icon';

/** A file above the composer: on its way, ready to be sent, or why not. */
export function UploadView({ upload, acts, t }: Pick<Frame, 'acts' | 't'> & { upload: Upload }) {
  const { key, name, size, progress, done, error } = upload;
  return (
    <div class="upload">
      <Icon name="file" />
      <span>
        {error ? (
          <span class="error" role="alert">
            {error}
          </span>
        ) : (
          name
        )}
        {done && <small>{sizeWords(size, t)}</small>}
        {!done && !error && <progress value={String(progress)} max={1} aria-label={name} />}
      </span>
      <button type="button" class="quiet" aria-label={t('remove', { name })} onClick={() => acts.removeUpload(key)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
