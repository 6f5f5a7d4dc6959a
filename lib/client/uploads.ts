'use client';

import { ATTACHMENT_MAX_BYTES, type Attachment } from '@/lib/contracts/attachment';
import { Problem } from './fetcher';

export interface UploadOptions {
  signal: AbortSignal;
  /** Share of the bytes that has been sent, 0 to 1. */
  onProgress: (share: number) => void;
}

/**
 * Uploads a file; its bytes are the request's body. By XMLHttpRequest, since fetch does not tell how far it is.
 * @throws Problem, with code `unavailable` when the server cannot be reached; DOMException `AbortError`
 */
export function uploadFile(file: File, { signal, onProgress }: UploadOptions): Promise<Attachment> {
  return new Promise((resolve, reject) => {
    if (file.size > ATTACHMENT_MAX_BYTES) return reject(new Problem({ code: 'too_large', status: 413 }));
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/attachments?${new URLSearchParams({ name: nameOf(file) })}`);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new Problem({ code: 'unavailable' }));
    request.onabort = () => reject(new DOMException('Taken back', 'AbortError'));
    request.onload = () => {
      const answer: unknown = request.response;
      // The contract's answer, or a problem document.
      if (request.status === 201) resolve(answer as Attachment);
      else reject(new Problem({ status: request.status, ...(answer as object | null) }));
    };
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

export function attachmentAddress({ id }: Pick<Attachment, 'id'>): string {
  return `/api/v1/attachments/${id}`;
}

/** A picture from the clipboard may have no name. */
function nameOf({ name, type }: File): string {
  const clean = name
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(-200);
  return clean || `file.${type.split('/')[1]?.replace(/\W.*/, '') || 'bin'}`;
}
