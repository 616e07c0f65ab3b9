import type { ReadyBody } from '../../http/ready-bodies.js';

/** Of all kept answers of this process. A board of 300 cards is less than half a megabyte. */
const MOST_BYTES = 64 * 1024 * 1024;

/** An answer, and what it is worth. */
export interface KeptBody {
  body: ReadyBody;
  /** The number of what it shows, later ones are higher: of anything else it says nothing. */
  state: number;
  /** Milliseconds of the clock: from then on time alone makes it wrong. */
  until: number;
}

/** Answers by who asked for what; those not asked for longest go when there are too many. */
export class KeptBodies {
  private readonly kept = new Map<string, KeptBody>();
  private bytes = 0;

  constructor(private readonly mostBytes = MOST_BYTES) {}

  /** Only of this state. Whether it is still true the one who asks can tell. */
  get(key: string, state: number): KeptBody | undefined {
    const kept = this.kept.get(key);
    if (!kept || kept.state !== state) return undefined;
    this.take(key);
    this.put(key, kept);
    return kept;
  }

  /** In the place of what the key had, unless that is of a later state. */
  set(key: string, kept: KeptBody): void {
    if ((this.kept.get(key)?.state ?? 0) > kept.state) return;
    this.take(key);
    this.put(key, kept);
    for (const oldest of this.kept.keys()) {
      if (this.bytes <= this.mostBytes) break;
      this.take(oldest);
    }
  }

  private put(key: string, kept: KeptBody): void {
    this.kept.set(key, kept);
    this.bytes += sizeOf(key, kept);
  }

  private take(key: string): KeptBody | undefined {
    const kept = this.kept.get(key);
    if (kept && this.kept.delete(key)) this.bytes -= sizeOf(key, kept);
    return kept;
  }
}

function sizeOf(key: string, { body }: KeptBody): number {
  return 2 * key.length + body.size;
}
