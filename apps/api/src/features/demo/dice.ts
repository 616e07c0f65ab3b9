import prand, { type RandomGenerator } from 'pure-rand';

/** Chance that comes out the same every time, from one seed. */
export class Dice {
  private readonly source: RandomGenerator;

  constructor(seed: number) {
    this.source = prand.xoroshiro128plus(seed);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return prand.unsafeUniformIntDistribution(low, high, this.source);
  }

  /** A whole number from 0 to below `count`. */
  below(count: number): number {
    return this.between(0, count - 1);
  }

  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean {
    return this.below(10_000) < probability * 10_000;
  }

  pick<T>(from: readonly T[]): T {
    const picked = from[this.below(from.length)];
    if (picked === undefined) throw new RangeError('Nothing to pick from.');
    return picked;
  }

  shuffle<T>(things: readonly T[]): T[] {
    const pool = [...things];
    const shuffled: T[] = [];
    while (pool.length > 0) shuffled.push(...pool.splice(this.below(pool.length), 1));
    return shuffled;
  }
}
