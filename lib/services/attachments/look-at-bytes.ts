/**
 * What a file is, by its first bytes: browsers' word for it is not believed, since what is shown in a page must be what
 * it says. Only kinds that a browser shows without running anything are found; the rest is downloaded.
 */
export interface Looked {
  readonly type: string;
  /** Of images, in pixels, when they could be read. */
  readonly width?: number;
  readonly height?: number;
}

const FALLBACK = 'application/octet-stream';
/** Kinds that could run something when shown under our address; nobody may claim them. */
const RUNS = /html|xml|svg|script|css|multipart|message|mhtml|wasm/;

/** The media type found in the bytes; else the claimed one when it is harmless. */
export function lookAtBytes(bytes: Uint8Array, claimed: string | null): Looked {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = image(bytes, view) ?? (startsWith(bytes, '%PDF-') ? { type: 'application/pdf' } : undefined);
  if (found) return found;
  const type = claimed?.split(';')[0]?.trim().toLowerCase() ?? '';
  const usable = /^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,80}$/.test(type) && !RUNS.test(type);
  // An image or PDF that does not begin like one is none.
  return { type: usable && !type.startsWith('image/') && type !== 'application/pdf' ? type : FALLBACK };
}

/** Whether a browser may show it in place; everything else is saved. */
export function isShowable(type: string): boolean {
  return /^image\/(png|jpeg|gif|webp)$/.test(type);
}

function image(bytes: Uint8Array, view: DataView): Looked | undefined {
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n') && bytes.length >= 24) {
    return sized('image/png', view.getUint32(16), view.getUint32(20));
  }
  if ((startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) && bytes.length >= 10) {
    return sized('image/gif', view.getUint16(6, true), view.getUint16(8, true));
  }
  if (startsWith(bytes, '\xff\xd8\xff')) return jpeg(view);
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return webp(bytes, view);
  return undefined;
}

/** The size stands in the first frame header among the segments. */
function jpeg(view: DataView): Looked {
  let at = 2;
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return sized('image/jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    at += 2 + view.getUint16(at + 2);
  }
  return { type: 'image/jpeg' };
}

function webp(bytes: Uint8Array, view: DataView): Looked {
  const type = 'image/webp';
  if (bytes.length < 30) return { type };
  if (startsWith(bytes, 'VP8X', 12)) return sized(type, 1 + uint24(view, 24), 1 + uint24(view, 27));
  if (startsWith(bytes, 'VP8 ', 12)) {
    return sized(type, view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  }
  if (!startsWith(bytes, 'VP8L', 12)) return { type };
  const bits = view.getUint32(21, true);
  return sized(type, 1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 65_536;
}

function sized(type: string, width: number, height: number): Looked {
  return width > 0 && height > 0 ? { type, width, height } : { type };
}

function startsWith(bytes: Uint8Array, text: string, at = 0): boolean {
  return bytes.length >= at + text.length && [...text].every((char, index) => bytes[at + index] === char.charCodeAt(0));
}
