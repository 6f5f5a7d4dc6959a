/** Files on their way. They live as long as the page: a browser does not keep files for us. */

import { largestFile, mostFiles } from '../files';
import { newId } from '../new-id';
import type { Attachment } from '../protocol';
import type { Refusal } from '../server';
import type { Sessions } from '../session';
import type { Upload } from '../state';
import type { Store } from '../store';
import type { Surroundings } from '../surroundings';
import { sendFile } from './send-file';
import { moreWordsIn } from './words';

export type Uploads = {
  attach(files: readonly File[]): void;
  remove(key: string): void;
  /** What is ready, which leaves the list. */
  take(): readonly Attachment[];
};

export function openUploads({ base }: Surroundings, { get, apply }: Store, sessions: Sessions): Uploads {
  const all = () => get().uploads;
  const words = () => moreWordsIn(get().language);
  const save = (uploads: readonly Upload[]) => apply({ set: { uploads } });
  const change = (key: string, by: Partial<Upload>) =>
    save(all().map((one) => (one.key === key ? { ...one, ...by } : one)));

  const start = async (key: string, file: File) => {
    try {
      await sessions.ensure();
      const address = `${base}/attachments?name=${encodeURIComponent(file.name)}`;
      const done = await sendFile(address, sessions.token(), file, (progress) => change(key, { progress }));
      change(key, { done });
    } catch (error) {
      change(key, { error: (error as Refusal).problem?.detail ?? words()('fileFailed', { name: file.name }) });
    }
  };

  return {
    attach(files) {
      for (const file of files.slice(0, mostFiles - all().length)) {
        const key = newId();
        const { name, size } = file;
        const error = size > largestFile ? words()('fileTooLarge', { name }) : undefined;
        save([...all(), { key, name, size, progress: 0, error }]);
        if (!error) void start(key, file);
      }
    },
    remove: (key) => save(all().filter((one) => one.key !== key)),
    take() {
      const ready = all().flatMap(({ done }) => done ?? []);
      save([]);
      return ready;
    },
  };
}
