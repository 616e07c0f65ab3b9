const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = [123, 91];
const CLOSE = [125, 93];
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
  private name: number[] = [];
  private parts: Buffer[] = [];
  private size = 0;
  private startLine = 0;

  constructor(private readonly field: string) {}

  *feed(chunk: Buffer): Generator<JsonElement> {
    let start = this.size > 0 ? 0 : -1;
    for (let place = 0; place < chunk.length; place += 1) {
      const byte = chunk[place] ?? 0;
      if (byte === 10) this.line += 1;
      if (this.inText) {
        this.text(byte);
        continue;
      }
      if (byte === QUOTE) {
        this.inText = true;
        if (this.arrayDepth === 0) this.name = [];
      } else if (OPEN.includes(byte)) {
        if (this.arrayDepth > 0 && this.depth === this.arrayDepth && byte === OPEN[0]) {
          start = place;
          this.startLine = this.line;
        }
        this.depth += 1;
        if (byte === OPEN[1] && this.arrayDepth === 0 && Buffer.from(this.name).toString() === this.field) {
          this.arrayDepth = this.depth;
          this.seenArray = true;
        }
      } else if (CLOSE.includes(byte)) {
        this.depth -= 1;
        if (this.depth < 0) throw new JsonShapeError(`line ${this.line}: a bracket closes what was not open.`);
        if (start >= 0 && this.depth === this.arrayDepth) {
          yield this.element(chunk.subarray(start, place + 1));
          start = -1;
        } else if (this.arrayDepth > 0 && this.depth < this.arrayDepth) {
          this.arrayDepth = 0;
          this.name = [];
        }
      }
    }
    if (start >= 0) this.keep(chunk.subarray(start));
  }

  end(): void {
    if (!this.seenArray) throw new JsonShapeError(`there is no list "${this.field}".`);
    if (this.depth > 0 || this.inText) throw new JsonShapeError(`the file ends too early, in line ${this.line}.`);
  }

  private text(byte: number): void {
    if (this.escaped) this.escaped = false;
    else if (byte === BACKSLASH) this.escaped = true;
    else if (byte === QUOTE) this.inText = false;
    if (this.inText && this.arrayDepth === 0 && this.name.length < 64) this.name.push(byte);
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
