import { setImmediate } from 'node:timers/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file of a zip; what is packed already is not packed again. */
export type ZipEntry = { file: string; text: string } | { file: string; bytes: Uint8Array };

/** In every file alike: the same content makes the same zip. */
const ZIP_TIME = new Date(2000, 0, 1);

/** A zip in pieces, as its files come; others get their turn in between. */
export async function* zipPieces(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for await (const entry of entries) {
    const packed = 'text' in entry ? new ZipDeflate(entry.file, { level: 6 }) : new ZipPassThrough(entry.file);
    packed.mtime = ZIP_TIME;
    zip.add(packed);
    packed.push('text' in entry ? Buffer.from(entry.text) : entry.bytes, true);
    await setImmediate();
    yield* pieces.splice(0);
  }
  zip.end();
  yield* pieces.splice(0);
}
