import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { crc32, deflate, inflate } from 'node:zlib';

const inflated = promisify(inflate);
const deflated = promisify(deflate);
const MAGIC = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const GREY_ALPHA = 4;
const COLOUR_ALPHA = 6;
/** Larger ones are told in words: to take them apart takes everybody's processor and memory. */
export const MOST_PIXELS = 8_000_000;
/** Bytes after which others get their turn. */
const TURN_BYTES = 1_000_000;

export interface PictureSize {
  width: number;
  height: number;
}

interface Parts {
  head: Buffer;
  palette: Buffer | null;
  data: Buffer;
}

/**
 * A PNG of anybody in the plain form that is set on paper as it is, bytes untouched: nothing but its head, palette and data,
 * what shines through laid on white. Null for one that is damaged, too large, or of a form that nearly nobody uses.
 * @param size that it is known to have: one that says another in between is not what it was taken for
 */
export async function flatPng(bytes: Buffer, size: PictureSize): Promise<Buffer | null> {
  const parts = partsOf(bytes);
  if (parts === null) return null;
  const { head, palette, data } = parts;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  if (width !== size.width || height !== size.height || width * height > MOST_PIXELS) return null;
  const [depth, colour, isInterlaced] = [head[8], head[9], head[12] !== 0];
  if (isInterlaced) return null;
  if (colour !== GREY_ALPHA && colour !== COLOUR_ALPHA) return written(head, palette, data);
  if (depth !== 8) return null;
  const samples = colour === GREY_ALPHA ? 2 : 4;
  const most = (width * samples + 1) * height;
  try {
    const raw = await inflated(data, { maxOutputLength: most });
    if (raw.length !== most || !(await unfilter(raw, width * samples, samples))) return null;
    const flat = Buffer.from(head);
    flat[9] = colour - GREY_ALPHA;
    return written(flat, null, await deflated(await onWhite(raw, width, height, samples), { level: 6 }));
  } catch {
    return null;
  }
}

function partsOf(bytes: Buffer): Parts | null {
  if (!MAGIC.every((byte, at) => bytes[at] === byte)) return null;
  let head: Buffer | null = null;
  let palette: Buffer | null = null;
  const data: Buffer[] = [];
  for (let at = MAGIC.length; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (content.length !== length || type === 'IEND') break;
    // It says how large all the rest is: there is one, and nothing before it.
    if ((type === 'IHDR') !== (head === null) || (head === null && length !== 13)) return null;
    if (type === 'IHDR') head = content;
    else if (type === 'PLTE') palette = content;
    else if (type === 'IDAT') data.push(content);
    at += 12 + length;
  }
  const needsPalette = head?.[9] === 3;
  return head === null || data.length === 0 || (needsPalette && palette === null)
    ? null
    : { head, palette: needsPalette ? palette : null, data: Buffer.concat(data) };
}

/** Takes the filters of the rows back, in place. @returns false for a filter that there is not */
async function unfilter(raw: Buffer, row: number, samples: number): Promise<boolean> {
  let above: Buffer = Buffer.alloc(row);
  for (let start = 0; start < raw.length; start += row + 1) {
    const line = raw.subarray(start + 1, start + 1 + row);
    const takeBack = FILTERS[raw[start] ?? 0];
    if (takeBack === undefined) return false;
    takeBack(line, above, samples);
    raw[start] = 0;
    above = line;
    if (isTurn(start, row)) await setImmediate();
  }
  return true;
}

/** By their number: a loop of its own for each, for it goes through every byte of a picture. */
const FILTERS: readonly ((line: Buffer, above: Buffer, samples: number) => void)[] = [
  () => undefined,
  (line, _above, samples) => {
    for (let at = samples; at < line.length; at += 1) line[at] = (line[at] ?? 0) + (line[at - samples] ?? 0);
  },
  (line, above) => {
    for (let at = 0; at < line.length; at += 1) line[at] = (line[at] ?? 0) + (above[at] ?? 0);
  },
  (line, above, samples) => {
    for (let at = 0; at < line.length; at += 1) {
      const left = at < samples ? 0 : (line[at - samples] ?? 0);
      line[at] = (line[at] ?? 0) + ((left + (above[at] ?? 0)) >> 1);
    }
  },
  (line, above, samples) => {
    for (let at = 0; at < line.length; at += 1) {
      const left = at < samples ? 0 : (line[at - samples] ?? 0);
      const corner = at < samples ? 0 : (above[at - samples] ?? 0);
      line[at] = (line[at] ?? 0) + nearest(left, above[at] ?? 0, corner);
    }
  },
];

function nearest(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** Whether a row of so many bytes is the first behind so many. */
function isTurn(at: number, row: number): boolean {
  return Math.floor(at / TURN_BYTES) !== Math.floor((at - row) / TURN_BYTES);
}

async function onWhite(raw: Buffer, width: number, height: number, samples: number): Promise<Buffer> {
  const colours = samples - 1;
  const flat = Buffer.alloc((width * colours + 1) * height);
  let to = 0;
  for (let line = 0; line < height; line += 1) {
    let from = line * (width * samples + 1) + 1;
    to += 1;
    for (let place = 0; place < width; place += 1) {
      const alpha = raw[from + colours] ?? 255;
      for (let one = 0; one < colours; one += 1) {
        const colour = raw[from + one] ?? 0;
        flat[to + one] = alpha === 255 ? colour : Math.round((colour * alpha + 255 * (255 - alpha)) / 255);
      }
      from += samples;
      to += colours;
    }
    if (isTurn(from, width * samples)) await setImmediate();
  }
  return flat;
}

function written(head: Buffer, palette: Buffer | null, data: Buffer): Buffer {
  const chunk = (type: string, content: Buffer): Buffer[] => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    check.writeUInt32BE(crc32(body));
    return [length, body, check];
  };
  return Buffer.concat([
    Buffer.from(MAGIC),
    ...chunk('IHDR', head),
    ...(palette === null ? [] : chunk('PLTE', palette)),
    ...chunk('IDAT', data),
    ...chunk('IEND', Buffer.alloc(0)),
  ]);
}
