import type { ImageType } from './image-limits.js';

/** What a file is by its own bytes, in pixels; whatever it is called. */
export interface ImageFacts {
  type: ImageType;
  /** 0 when the file breaks off before it says so. */
  width: number;
  height: number;
}

type Size = Pick<ImageFacts, 'width' | 'height'>;
const NONE: Size = { width: 0, height: 0 };

interface Format {
  type: ImageType;
  /** How a file of this kind begins; `null` stands for any byte. */
  magic: (number | null)[];
  size: (view: DataView) => Size;
}

/** Sources: PNG (W3C) 5.2 and 11.2.1; JPEG (ITU-T T.81) annex B; GIF89a 17 to 20; WebP container (RFC 9649) 2.4 to 2.7. */
const FORMATS: Format[] = [
  { type: 'image/png', magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], size: pngSize },
  { type: 'image/jpeg', magic: [0xff, 0xd8, 0xff], size: jpegSize },
  { type: 'image/gif', magic: [0x47, 0x49, 0x46, 0x38, null, 0x61], size: gifSize },
  {
    type: 'image/webp',
    magic: [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50],
    size: webpSize,
  },
];

/** Kind and size of an image, from its first bytes and its headers alone; nothing is decoded. Null: none of ours. */
export function imageFacts(bytes: Uint8Array): ImageFacts | null {
  const format = FORMATS.find(({ magic }) => magic.every((byte, at) => byte === null || byte === bytes[at]));
  if (format === undefined) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return { type: format.type, ...format.size(view) };
  } catch (error) {
    // It breaks off in the middle of its header.
    if (error instanceof RangeError) return { type: format.type, ...NONE };
    throw error;
  }
}

function pngSize(view: DataView): Size {
  return word(view, 12) === 'IHDR' ? { width: view.getUint32(16), height: view.getUint32(20) } : NONE;
}

/** Segment by segment up to the frame header; the thumbnail inside a segment does not count. */
function jpegSize(view: DataView): Size {
  for (let at = 2; view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    if (marker === 0xff) at += 1;
    else if (standsAlone) at += 2;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // The picture begins, or ends, without a frame header.
    else if (marker === 0xda || marker === 0xd9) return NONE;
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return NONE;
}

/** The screen, or the largest frame: browsers enlarge the screen to a frame that does not fit. */
function gifSize(view: DataView): Size {
  const size = { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  let frames = 0;
  try {
    for (let at = 13 + colours(view.getUint8(10)); ;) {
      const block = view.getUint8(at);
      if (block === 0x21) at = afterBlocks(view, at + 2);
      else if (block === 0x2c) {
        frames += 1;
        size.width = Math.max(size.width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true));
        size.height = Math.max(size.height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true));
        at = afterBlocks(view, at + 11 + colours(view.getUint8(at + 9)));
      } else break;
    }
  } catch (error) {
    // What came before the end of a file that breaks off is drawn all the same.
    if (!(error instanceof RangeError)) throw error;
  }
  return frames === 0 ? NONE : size;
}

/** Bytes of a colour table. */
function colours(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function afterBlocks(view: DataView, from: number): number {
  let at = from;
  for (let length = view.getUint8(at); length > 0; length = view.getUint8(at)) at += 1 + length;
  return at + 1;
}

function webpSize(view: DataView): Size {
  const chunk = word(view, 12);
  if (chunk === 'VP8X') return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
  if (chunk === 'VP8 ' && view.getUint8(23) === 0x9d && view.getUint8(24) === 0x01 && view.getUint8(25) === 0x2a)
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (chunk === 'VP8L' && view.getUint8(20) === 0x2f) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  return NONE;
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

function word(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}
