/** A photo as it is sent, on this device: shrunk, and without where it was taken. */
export interface KeptPhoto {
  readonly key: string;
  readonly jpeg: Blob;
  readonly width: number;
  readonly height: number;
}

/** As the API takes them. */
export const PHOTOS_MAX = 4;
const PHOTO_MAX_BYTES = 150_000;

/** From the best that may do to what always does. */
const LONGEST_SIDES = [1280, 1024, 800, 560, 320];
const QUALITIES = [0.82, 0.7, 0.58];

/**
 * Drawn anew, the right way up, at most 1280 pixels long and 150 kB: what is drawn holds nothing of what the phone wrote beside the
 * picture. Null where the browser can't read it.
 */
export async function shrunk(file: Blob): Promise<KeptPhoto | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) return null;
  try {
    for (const side of LONGEST_SIDES)
      for (const quality of QUALITIES) {
        const scale = Math.min(1, side / Math.max(picture.width, picture.height));
        const width = Math.max(1, Math.round(picture.width * scale));
        const height = Math.max(1, Math.round(picture.height * scale));
        const jpeg = await jpegOf(picture, width, height, quality);
        if (jpeg && jpeg.size <= PHOTO_MAX_BYTES) return { key: crypto.randomUUID(), jpeg, width, height };
      }
    return null;
  } finally {
    picture.close();
  }
}

async function jpegOf(picture: ImageBitmap, width: number, height: number, quality: number): Promise<Blob | null> {
  const type = 'image/jpeg';
  if (typeof OffscreenCanvas !== 'undefined') {
    const canvas = new OffscreenCanvas(width, height);
    draw(canvas.getContext('2d'), picture, width, height);
    return canvas.convertToBlob({ type, quality });
  }
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  draw(canvas.getContext('2d'), picture, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality));
}

function draw(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null,
  picture: ImageBitmap,
  width: number,
  height: number,
): void {
  if (!context) return;
  // What one sees through in a picture would be black in a JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
}
