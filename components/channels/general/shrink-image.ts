/** Enough for the widget's avatar on a screen of the finest kind. */
const EDGE = 256;

/** The picture as a small PNG, whatever the browser can show. @throws Error when it is no picture */
export async function shrinkImage(file: Blob): Promise<Blob> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    // Drawings may have no size of their own.
    const [width, height] = [image.naturalWidth || EDGE, image.naturalHeight || EDGE];
    const scale = Math.min(1, EDGE / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture cannot be drawn'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
