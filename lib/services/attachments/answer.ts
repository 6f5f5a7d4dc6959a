import type { Attachment } from '@/lib/contracts/attachment';
import { isShowable } from './look-at-bytes';

/**
 * A file as an answer. It never runs anything under our address: images are shown, all else is saved, in a sandbox of
 * its own. The caller has made sure that the reader may have it.
 */
export function attachmentResponse({ name, type }: Attachment, bytes: Uint8Array): Response {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const disposition = isShowable(type) ? 'inline' : 'attachment';
  const headers = {
    'content-type': type,
    'content-length': String(bytes.byteLength),
    'content-disposition': `${disposition}; filename="${plain}"; filename*=UTF-8''${encodeName(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
    'referrer-policy': 'no-referrer',
    // Bytes never change under an id; shared caches must not keep what is somebody's own.
    'cache-control': 'private, max-age=31536000, immutable',
  };
  return new Response(new Uint8Array(bytes), { headers });
}

/** RFC 8187: more is reserved there than in an address. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
