/** In every file alike: the first day that the format knows. */
const DAY = (1 << 5) | 1;
const UTF8 = 1 << 11;

const TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** Files in one zip, as they are: most pictures are packed already, and texts are small. */
export async function zipOf(files: readonly { path: string; content: Blob }[]): Promise<Blob> {
  const parts: BlobPart[] = [];
  const list: BlobPart[] = [];
  let offset = 0;
  let listed = 0;
  for (const { path, content } of files) {
    const name = new TextEncoder().encode(path);
    const sum = checksum(new Uint8Array(await content.arrayBuffer()));
    const about = [20, UTF8, 0, 0, DAY] as const;
    const head = header(0x04034b50, [...about], [sum, content.size, content.size], [name.length, 0]);
    parts.push(head, name, content);
    const entry = header(
      0x02014b50,
      [20, ...about],
      [sum, content.size, content.size],
      [name.length, 0, 0, 0, 0],
      [0, offset],
    );
    list.push(entry, name);
    offset += head.length + name.length + content.size;
    listed += entry.length + name.length;
  }
  const end = header(0x06054b50, [0, 0, files.length, files.length], [listed, offset], [0]);
  return new Blob([...parts, ...list, end], { type: 'application/zip' });
}

/** A signature, then numbers of 16 bits and of 32 bits in turns, the smallest byte first. */
function header(signature: number, ...groups: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> {
  const isLong = (group: number): boolean => group % 2 === 1;
  const size = groups.reduce((sum, group, place) => sum + group.length * (isLong(place) ? 4 : 2), 4);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  for (const [place, group] of groups.entries())
    for (const value of group) {
      if (isLong(place)) view.setUint32(at, value, true);
      else view.setUint16(at, value, true);
      at += isLong(place) ? 4 : 2;
    }
  return bytes;
}

function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
