import { TextDecoder } from 'node:util';
import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { chunksOf, type ImportFile } from '../import-file.js';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The file as text in UTF-8, whatever its encoding; what is not marked is taken as UTF-8, else as what Excel saves. Undefined
 * when it is no text.
 *
 * @param tally hears when the encoding is a guess, and what is no text
 */
export async function inUtf8(file: ImportFile, tally: ImportTally): Promise<ImportFile | undefined> {
  const encoding = await encodingOf(file);
  if (encoding === undefined) {
    tally.refuse(file.name, 'This is no text: perhaps a picture or an Excel workbook. Save it as CSV first.');
    return undefined;
  }
  if (encoding === 'utf-8') return file;
  if (encoding === 'windows-1252')
    tally.problem(
      file.name,
      'Is not written in UTF-8: read as Windows-1252, as Excel saves it. If letters like é or ü look wrong, save it as “CSV UTF-8” and send that.',
    );
  return { name: file.name, content: () => decoded(file, encoding) };
}

async function encodingOf(file: ImportFile): Promise<Encoding | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let head = Buffer.alloc(0);
  let isUtf8 = true;
  let hasZeros = false;
  for await (const chunk of chunksOf(file)) {
    if (head.length < 2) head = Buffer.concat([head, chunk.subarray(0, 2)]);
    hasZeros ||= chunk.includes(0);
    isUtf8 &&= isReadable(decoder, chunk);
  }
  isUtf8 &&= isReadable(decoder);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (isUtf8) return 'utf-8';
  return hasZeros ? undefined : 'windows-1252';
}

/** @param chunk left out: nothing follows */
function isReadable(decoder: TextDecoder, chunk?: Uint8Array): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

async function* decoded(file: ImportFile, encoding: Encoding): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunksOf(file)) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
