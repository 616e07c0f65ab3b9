import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';

export type Weight = 'regular' | 'strong' | 'italic';

/** Part of a word that one font file can set. */
export interface Run {
  file: string;
  text: string;
}

const require = createRequire(import.meta.url);
const NOTO = '@expo-google-fonts/noto-sans';
/** Stands for what no font here has. */
const UNKNOWN = '\ufffd';
/** Join what stands beside them; a font that lacks them sets the others all the same. */
const JOINING = /[\u200c\u200d\p{M}]/u;
/** Say how the character before them looks, which is settled by the font. */
const VARIANTS = /[\ufe0e\ufe0f]/gu;

/** Finds the file that has a character; undefined when there is none. */
type Face = (codePoint: number) => string | undefined;

const MAIN: Record<Weight, Face> = {
  regular: whole(`${NOTO}/400Regular/NotoSans_400Regular.ttf`),
  strong: whole(`${NOTO}/600SemiBold/NotoSans_600SemiBold.ttf`),
  italic: whole(`${NOTO}/400Regular_Italic/NotoSans_400Regular_Italic.ttf`),
};

/** Names are written in many scripts: what the main font does not have, the first of these has. In one weight. */
const OTHERS: readonly Face[] = [
  sliced('noto-sans-arabic'),
  sliced('noto-sans-hebrew'),
  sliced('noto-sans-thai'),
  sliced('zcool-xiaowei'),
  sliced('sawarabi-gothic'),
  sliced('gowun-dodum'),
  whole('@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf'),
  whole('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
];

/** The word in runs, in its order: from one family if one has all of it, so that a name looks like one. */
export function runsOf(word: string, weight: Weight): Run[] {
  const main = MAIN[weight](codeOf('x'));
  // The main font has all of these.
  if (main !== undefined && /^[ -~]+$/u.test(word)) return [{ file: main, text: word }];
  const characters = Array.from(word.normalize('NFC').replaceAll(VARIANTS, ''));
  const faces = [MAIN[weight], ...OTHERS];
  const all = faces.find((face) => characters.every((one) => JOINING.test(one) || face(codeOf(one)) !== undefined));
  const chain = all ? [all, ...faces] : faces;
  const runs: Run[] = [];
  for (const character of characters) {
    const last = runs.at(-1);
    const [file, text] = found(chain, character) ?? [MAIN[weight](codeOf(UNKNOWN)) ?? '', UNKNOWN];
    if (last && (last.file === file || JOINING.test(character)))
      last.text += JOINING.test(character) ? character : text;
    else runs.push({ file, text });
  }
  return runs;
}

function found(faces: readonly Face[], character: string): [file: string, text: string] | undefined {
  for (const face of faces) {
    const file = face(codeOf(character));
    if (file !== undefined) return [file, character];
  }
  return undefined;
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** One file that has the whole family; opened when it is first needed, and kept: it does not change. */
function whole(module: string): Face {
  let known: Opened | undefined;
  return (codePoint) => {
    known ??= opened(require.resolve(module));
    return known.has(codePoint) ? known.file : undefined;
  };
}

/** A family that is cut into files by ranges of characters, of which few are ever needed. */
function sliced(family: string): Face {
  const files = new Map<string, Opened | undefined>();
  let slices: Slice[] | undefined;
  return (codePoint) => {
    slices ??= slicesOf(family);
    for (const { name, ranges } of slices) {
      if (!ranges.some(([from, to]) => from <= codePoint && codePoint <= to)) continue;
      if (!files.has(name)) files.set(name, sliceFile(family, name));
      const file = files.get(name);
      if (file?.has(codePoint)) return file.file;
    }
    return undefined;
  };
}

interface Slice {
  name: string;
  ranges: [from: number, to: number][];
}

interface Opened {
  file: string;
  has(codePoint: number): boolean;
}

function slicesOf(family: string): Slice[] {
  const told: unknown = JSON.parse(readFileSync(require.resolve(`@fontsource/${family}/unicode.json`), 'utf8'));
  // Latin letters and digits are the main font's.
  return Object.entries(told ?? {})
    .filter(([name]) => !name.startsWith('latin'))
    .map(([name, ranges]) => ({
      name: name.replaceAll(/[[\]]/gu, ''),
      ranges: String(ranges).split(',').map(rangeOf),
    }));
}

/** `U+4e00-4e03` or `U+4e00` */
function rangeOf(text: string): [number, number] {
  const [from = '', to = from] = text.trim().replace(/^U\+/u, '').split('-');
  return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
}

function sliceFile(family: string, name: string): Opened | undefined {
  const folder = require.resolve(`@fontsource/${family}/package.json`).replace(/package\.json$/u, 'files/');
  // Not woff2: subsets of its composite glyphs cannot be written (fontkit).
  const file = `${folder}${family}-${name}-400-normal.woff`;
  return existsSync(file) ? opened(file) : undefined;
}

function opened(file: string): Opened {
  const font = create(readFileSync(file));
  return { file, has: (codePoint) => 'hasGlyphForCodePoint' in font && font.hasGlyphForCodePoint(codePoint) };
}
