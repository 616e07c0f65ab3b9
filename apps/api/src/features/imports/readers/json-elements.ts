const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const NEW_LINE = 10;
const LONGEST_NAME = 64;
/** Bytes of one element; an issue with a thousand comments has about one. */
const MOST_BYTES = 16 * 1024 * 1024;

export interface JsonElement {
  text: string;
  /** Line in the file, from 1. */
  line: number;
}

/**
 * The objects of one array in a JSON document, one at a time: `{"issues":[{...},{...}]}`, or a document that is an
 * array of such pages. Memory holds one element, however large the file.
 *
 * @param field the array's name
 * @throws JsonShapeError when an element is larger than 16 MiB or the text ends within one
 */
export async function* jsonElements(chunks: AsyncIterable<Uint8Array>, field: string): AsyncGenerator<JsonElement> {
  const scanner = new Scanner(field);
  for await (const chunk of chunks) yield* scanner.feed(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  scanner.end();
}

export class JsonShapeError extends Error {}

class Scanner {
  private depth = 0;
  private inText = false;
  private escaped = false;
  private line = 1;
  /** Depth inside the wanted array; 0 while outside of it. */
  private arrayDepth = 0;
  private seenArray = false;
  /** The last text outside of the array: the name of the field that follows. */
  private name = '';
  private parts: Buffer[] = [];
  private size = 0;
  private startLine = 0;

  constructor(private readonly field: string) {}

  *feed(chunk: Buffer): Generator<JsonElement> {
    let start = this.size > 0 ? 0 : -1;
    for (let place = 0; place < chunk.length; place += 1) {
      if (this.inText) {
        place = this.endOfText(chunk, place);
        continue;
      }
      const byte = chunk[place];
      if (byte === QUOTE) {
        this.inText = true;
        if (this.arrayDepth === 0) this.name = '';
      } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        if (byte === OPEN_OBJECT && this.arrayDepth > 0 && this.depth === this.arrayDepth) {
          start = place;
          this.startLine = this.line;
        }
        this.depth += 1;
        if (byte === OPEN_LIST && this.arrayDepth === 0 && this.name === this.field) {
          this.arrayDepth = this.depth;
          this.seenArray = true;
        }
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        this.depth -= 1;
        if (this.depth < 0) throw new JsonShapeError(`line ${this.line}: a bracket closes what was not open.`);
        if (start >= 0 && this.depth === this.arrayDepth) {
          yield this.element(chunk.subarray(start, place + 1));
          start = -1;
        } else if (this.arrayDepth > 0 && this.depth < this.arrayDepth) {
          this.arrayDepth = 0;
          this.name = '';
        }
      } else if (byte === NEW_LINE) this.line += 1;
    }
    if (start >= 0) this.keep(chunk.subarray(start));
  }

  end(): void {
    if (!this.seenArray) throw new JsonShapeError(`there is no list "${this.field}".`);
    if (this.depth > 0 || this.inText) throw new JsonShapeError(`the file ends too early, in line ${this.line}.`);
  }

  /** Most of a file is text: jumps to its next quote. Answers the place of the last byte that was looked at. */
  private endOfText(chunk: Buffer, place: number): number {
    const quote = chunk.indexOf(QUOTE, place);
    const end = quote === -1 ? chunk.length : quote;
    let slashes = 0;
    while (end - slashes > place && chunk[end - slashes - 1] === BACKSLASH) slashes += 1;
    // A backslash that is itself escaped, by the last byte of the chunk before, escapes nothing.
    const escapes = this.escaped && slashes === end - place ? slashes + 1 : slashes;
    if (this.arrayDepth === 0 && this.name.length < LONGEST_NAME) this.name += chunk.toString('latin1', place, end);
    this.escaped = quote === -1 && escapes % 2 === 1;
    if (quote === -1) return chunk.length - 1;
    this.inText = escapes % 2 === 1;
    return quote;
  }

  private keep(part: Buffer): void {
    this.size += part.length;
    if (this.size > MOST_BYTES) throw new JsonShapeError(`line ${this.startLine}: one element is larger than 16 MiB.`);
    // Copied: a stream may use its chunk again.
    this.parts.push(Buffer.from(part));
  }

  private element(last: Buffer): JsonElement {
    const text = Buffer.concat([...this.parts, last]).toString('utf8');
    this.parts = [];
    this.size = 0;
    return { text, line: this.startLine };
  }
}
