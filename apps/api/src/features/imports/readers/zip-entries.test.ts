import { describe, expect, it } from '@jest/globals';
import { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { readZip, type Zip } from './zip-entries.js';

const LINK = { os: 3, attrs: (0o120777 << 16) >>> 0 };

function read(bytes: Uint8Array, most = 1000): { zip: Zip; tally: ImportTally } {
  const tally = new ImportTally();
  return { zip: readZip('a.zip', bytes, (path) => path.endsWith('.md'), most, tally), tally };
}
const zipOf = (files: Zippable): Uint8Array => zipSync(files);

describe('A zip from anybody', () => {
  it('gives what is wanted of it, and says what else lies in it', () => {
    const { zip, tally } = read(
      zipOf({ 'a/1.md': strToU8('one'), 'a/ü.md': strToU8('two'), 'a/b.png': strToU8('x'), 'e.md': strToU8('') }),
    );
    expect(zip.files.map(({ path, content }) => [path, Buffer.from(content).toString()])).toEqual([
      ['a/1.md', 'one'],
      ['a/ü.md', 'two'],
      ['e.md', ''],
    ]);
    expect(zip.paths).toEqual(['a/1.md', 'a/ü.md', 'a/b.png', 'e.md']);
    expect(tally.outcome().problemCount).toBe(0);
  });

  it.each(['../../etc/passwd.md', '/etc/x.md', 'a/../../x.md', 'C:\\x.md', 'a\\..\\x.md', 'C:/x.md'])(
    'is refused as a whole when it names %s',
    (path) => {
      const { zip, tally } = read(zipOf({ 'ok.md': strToU8('fine'), [path]: strToU8('x') }));
      expect(zip.files).toEqual([]);
      expect(tally.outcome().refused).toContain('outside of itself');
    },
  );

  it('has no links that are followed', () => {
    const { zip, tally } = read(zipOf({ 'l.md': [strToU8('/etc/passwd'), LINK], 'ok.md': strToU8('fine') }));
    expect(zip.files.map(({ path }) => path)).toEqual(['ok.md']);
    expect(tally.outcome().problems).toEqual([{ where: 'a.zip/l.md', what: expect.stringContaining('not followed') }]);
  });

  it('does not unpack what is too large, whatever it says', () => {
    const bomb = zipOf({ 'bomb.md': new Uint8Array(5_000_000) });
    expect(read(bomb).tally.outcome().problems).toEqual([
      { where: 'a.zip/bomb.md', what: expect.stringContaining('larger') },
    ]);
    // The list says ten bytes: it is believed no more than that.
    const lying = Buffer.from(bomb);
    lying.writeUInt32LE(10, lying.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24);
    const { zip, tally } = read(lying);
    expect(zip.files).toEqual([]);
    expect(tally.outcome().problems).toEqual([
      { where: 'a.zip/bomb.md', what: expect.stringContaining('larger than it says') },
    ]);
  });

  it('is refused when all of it together is too large', () => {
    const files = Object.fromEntries(
      Array.from({ length: 70 }, (_, place) => [`${place}.md`, new Uint8Array(1_000_000)]),
    );
    const { zip, tally } = read(zipOf(files), 2_000_000);
    expect(zip.files).toEqual([]);
    expect(tally.outcome().refused).toContain('MiB');
  });

  it('is no zip when it is cut, or something else, or larger than this kind can be', () => {
    const whole = zipOf({ 'a.md': strToU8('x') });
    const large = Buffer.from(whole);
    large.writeUInt32LE(0xffffffff, large.length - 22 + 16);
    const wrong = Buffer.from(whole);
    wrong.writeUInt32LE(7, wrong.length - 22 + 16);
    for (const bytes of [whole.subarray(0, 30), strToU8('hello'), new Uint8Array(), large, wrong]) {
      const { zip, tally } = read(bytes);
      expect(zip.files).toEqual([]);
      expect(tally.isRefused).toBe(true);
    }
  });

  it('survives any bytes', () => {
    const whole = Buffer.from(zipOf({ 'a/1.md': strToU8('one'.repeat(50)), 'b.md': strToU8('two') }));
    for (let place = 0; place < whole.length; place += 1)
      for (const value of [0, 0x7f, 0xff]) {
        const broken = Buffer.from(whole);
        broken[place] = value;
        expect(() => read(broken)).not.toThrow();
      }
  });
});
