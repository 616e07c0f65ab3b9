/** A file of an import. Its bytes come in pieces, so that a large one never lies in memory as a whole. */
export interface ImportFile {
  name: string;
  content: string | Uint8Array | (() => AsyncIterable<Uint8Array>);
  /** It only names another file or folder, and has no bytes of its own. */
  isLink?: boolean;
}

/** Bytes of one file. */
export const MOST_FILE_BYTES = 64 * 1024 * 1024;

export async function* chunksOf(file: ImportFile): AsyncGenerator<Uint8Array> {
  const { content } = file;
  if (typeof content === 'function') yield* content();
  else yield typeof content === 'string' ? Buffer.from(content) : content;
}

/** All of a file that is known to be small. @param limit bytes; reading stops behind it */
export async function wholeOf(file: ImportFile, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunksOf(file)) {
    parts.push(chunk);
    size += chunk.byteLength;
    if (size > limit) break;
  }
  return Buffer.concat(parts);
}
