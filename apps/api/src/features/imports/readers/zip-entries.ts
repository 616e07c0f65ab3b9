import { inflateRawSync } from 'node:zlib';
import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';

const MOST_ENTRIES = 20_000;
/** Bytes of all files that are read, once they are unpacked. */
const MOST_UNPACKED = 64 * 1024 * 1024;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const IS_LINK = 0o120000;
const KIND_OF_FILE = 0o170000;

export interface ZipFile {
  path: string;
  content: Uint8Array;
}

export interface Zip {
  files: ZipFile[];
  /** Everything that lies in it, read or not. */
  paths: string[];
}

interface Entry {
  path: string;
  method: number;
  packed: number;
  unpacked: number;
  offset: number;
  isLink: boolean;
  isSecret: boolean;
}

/**
 * Unpacks in memory what `wanted` picks. A zip that comes from anybody is believed nothing: paths that lead out of it
 * and sizes beyond the limit refuse it as a whole, links are never followed, and a file that unpacks to more than it
 * says is given up at that point.
 * @param most bytes of one file
 */
export function readZip(
  name: string,
  bytes: Uint8Array,
  wanted: (path: string) => boolean,
  most: number,
  tally: ImportTally,
): Zip {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const nothing: Zip = { files: [], paths: [] };
  const entries = entriesOf(zip);
  if (typeof entries === 'string') {
    tally.refuse(name, entries);
    return nothing;
  }
  const outside = entries.find(({ path }) => leadsOut(path));
  if (outside !== undefined) {
    tally.refuse(
      name,
      `This zip names a file outside of itself (${outside.path.slice(0, 200)}): nothing of it is read.`,
    );
    return nothing;
  }
  const files = entries.filter(({ path }) => !path.endsWith('/'));
  const read = files.filter((entry) => wanted(entry.path) && isReadable(name, entry, most, tally));
  if (read.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED) {
    tally.refuse(name, `This zip unpacks to more than ${MOST_UNPACKED / 1024 / 1024} MiB: nothing of it is read.`);
    return nothing;
  }
  return {
    paths: files.map(({ path }) => path),
    files: read.flatMap((entry) => {
      const content = unpack(zip, entry);
      if (content === undefined)
        tally.problem(`${name}/${entry.path}`, 'This file is damaged, or larger than it says: left out.');
      return content === undefined ? [] : { path: entry.path, content };
    }),
  };
}

function isReadable(name: string, entry: Entry, most: number, tally: ImportTally): boolean {
  const problem = entry.isLink
    ? 'This is a link to another file: links are not followed.'
    : entry.isSecret
      ? 'This file is encrypted: it cannot be read.'
      : entry.unpacked > most
        ? `This file is larger than ${most / 1024} KiB: left out.`
        : undefined;
  if (problem !== undefined) tally.problem(`${name}/${entry.path}`, problem);
  return problem === undefined;
}

/** The list at the end of the zip; a text when it cannot be read. */
function entriesOf(zip: Buffer): Entry[] | string {
  const none = 'This is no zip file that can be read.';
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > zip.length || zip.readUInt32LE(end) !== END) return none;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (count === 0xffff || at === 0xffffffff)
    return 'This zip is of the kind for very large files (zip64): it is not read.';
  if (count > MOST_ENTRIES) return `This zip holds more than ${MOST_ENTRIES} files.`;
  const entries: Entry[] = [];
  for (let place = 0; place < count; place += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) return none;
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    if (nameEnd > zip.length) return none;
    const isUnix = zip.readUInt16LE(at + 4) >> 8 === 3;
    entries.push({
      path: nameOf(zip.subarray(at + 46, nameEnd)),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
      isLink: isUnix && ((zip.readUInt32LE(at + 38) >>> 16) & KIND_OF_FILE) === IS_LINK,
      isSecret: (zip.readUInt16LE(at + 8) & 1) === 1,
    });
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function unpack(zip: Buffer, { offset, packed, unpacked, method }: Entry): Uint8Array | undefined {
  if (offset + 30 > zip.length || zip.readUInt32LE(offset) !== LOCAL) return undefined;
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const data = zip.subarray(start, start + packed);
  if (data.length !== packed) return undefined;
  if (method === 0) return packed === unpacked ? data : undefined;
  if (method !== 8) return undefined;
  if (unpacked === 0) return new Uint8Array();
  try {
    const content = inflateRawSync(data, { maxOutputLength: unpacked });
    return content.length === unpacked ? content : undefined;
  } catch {
    return undefined;
  }
}

function leadsOut(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:/u.test(path) || path.includes('\\') || path.split('/').includes('..');
}

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\p{Cc}/gu, '');
  } catch {
    return new TextDecoder('latin1').decode(bytes).replaceAll(/\p{Cc}/gu, '');
  }
}
