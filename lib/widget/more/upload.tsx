/** @jsxImportSource @/lib/widget/dom */
import { sizeWords } from '../files';
import type { Upload } from '../state';
import type { Frame } from '../view/frame';
import { Icon } from '../view/icon';
import { moreWordsIn } from './words';

/** Files above the composer. */
export function Uploads(frame: Frame) {
  return (
    <div class="uploads">
      {frame.state.uploads.map((upload) => (
        <UploadView key={upload.key} upload={upload} {...frame} />
      ))}
    </div>
  );
}

/** One file: on its way, ready to be sent, or why not. */
function UploadView({ upload, state, acts, t }: Frame & { upload: Upload }) {
  const { key, name, size, progress, done, error } = upload;
  const remove = moreWordsIn(state.language)('remove', { name });
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
      <button type="button" class="quiet" aria-label={remove} onClick={() => acts.removeUpload(key)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
