/** Pictures are kept as WebP, which the browser itself can write: sharp text at a third of a JPEG's size. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';

const QUALITY = 0.82;
/** Share of pixels that must differ: clocks tick, and ids have a random part. */
const WORTH_CHANGING = 0.002;

/** Writes a picture (PNG) unless the one in the file shows the same. Answers what was done. */
export async function keepPicture(context: BrowserContext, file: string, picture: Buffer): Promise<string> {
  const before = existsSync(file) ? readFileSync(file).toString('base64') : null;
  const page = await context.newPage();
  try {
    const { webp, differs } = await page.evaluate(compress, {
      ...{ png: picture.toString('base64'), before, quality: QUALITY },
    });
    if (before !== null && differs < WORTH_CHANGING) return 'as before';
    const bytes = Buffer.from(webp, 'base64');
    writeFileSync(file, bytes);
    return `${Math.round(bytes.length / 1_000)} KB`;
  } finally {
    await page.close();
  }
}

interface Task {
  png: string;
  before: string | null;
  quality: number;
}

/**
 * Runs in the page, where nothing of this module is known. `differs` is the share of pixels that are not the same, 1
 * where there is nothing to compare with.
 */
async function compress({ png, before, quality }: Task): Promise<{ webp: string; differs: number }> {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('This browser cannot draw.');
  const seen: Uint8ClampedArray[] = [];
  let webp = '';
  for (const address of [`data:image/png;base64,${png}`, before && `data:image/webp;base64,${before}`]) {
    if (!address) continue;
    const image = new Image();
    image.src = address;
    await image.decode();
    canvas.width = image.width;
    canvas.height = image.height;
    pen.drawImage(image, 0, 0);
    webp ||= canvas.toDataURL('image/webp', quality).replace(/^[^,]*,/, '');
    seen.push(pen.getImageData(0, 0, image.width, image.height).data);
  }
  const [now, then] = seen;
  if (!now || then?.length !== now.length) return { webp, differs: 1 };
  let different = 0;
  for (let at = 0; at < now.length; at += 4) {
    const red = Math.abs((now[at] ?? 0) - (then[at] ?? 0));
    const green = Math.abs((now[at + 1] ?? 0) - (then[at + 1] ?? 0));
    const blue = Math.abs((now[at + 2] ?? 0) - (then[at + 2] ?? 0));
    // Less than that is what compressing does to sharp edges.
    if (Math.max(red, green, blue) > 64) different++;
  }
  return { webp, differs: (different * 4) / now.length };
}
