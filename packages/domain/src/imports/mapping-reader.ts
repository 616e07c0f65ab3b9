import type { FieldProblem } from '../refusal.js';

/** What a mapping is read with: each reader takes a plain value, gives the default for a missing one and notes wrong ones. */
export class MappingReader {
  private readonly values: Map<string, unknown>;

  constructor(
    mapping: unknown,
    private readonly path = 'mapping',
    readonly problems: FieldProblem[] = [],
  ) {
    const isRecord = typeof mapping === 'object' && mapping !== null && !Array.isArray(mapping);
    this.values = new Map(isRecord ? Object.entries(mapping) : []);
    if (!isRecord && mapping !== undefined && mapping !== null) this.wrong('', 'must be an object.', undefined);
  }

  text(name: string, usual: string, limit = 200): string {
    const value = this.values.get(name);
    if (value === undefined || value === null) return usual;
    if (typeof value === 'string' && value.trim() !== '' && value.trim().length <= limit) return value.trim();
    return this.wrong(name, `must be a text of 1 to ${limit} characters.`, usual);
  }

  choice<T extends string>(name: string, known: readonly T[], usual: T): T {
    const value = this.values.get(name);
    if (value === undefined || value === null) return usual;
    return known.find((one) => one === value) ?? this.wrong(name, `must be one of ${known.join(', ')}.`, usual);
  }

  flag(name: string, usual: boolean): boolean {
    const value = this.values.get(name);
    if (value === undefined || value === null) return usual;
    return typeof value === 'boolean' ? value : this.wrong(name, 'must be true or false.', usual);
  }

  whole(name: string, usual: number, least: number, most: number): number {
    const value = this.values.get(name);
    if (value === undefined || value === null) return usual;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
    return this.wrong(name, `must be a whole number from ${least} to ${most}.`, usual);
  }

  /** A day, YYYY-MM-DD. */
  day(name: string, usual: string): string {
    const value = this.values.get(name);
    if (value === undefined || value === null) return usual;
    return isDay(value) ? value : this.wrong(name, 'must be a day as YYYY-MM-DD.', usual);
  }

  texts(name: string, usual: readonly string[]): string[] {
    const value = this.values.get(name);
    if (value === undefined || value === null) return [...usual];
    if (Array.isArray(value) && value.length <= 500 && value.every((one) => typeof one === 'string')) return value;
    return this.wrong(name, 'must be a list of texts.', [...usual]);
  }

  list(name: string): unknown[] | undefined {
    const value = this.values.get(name);
    if (value === undefined || value === null) return undefined;
    if (Array.isArray(value) && value.length <= 500) return value;
    return this.wrong(name, 'must be a list.', undefined);
  }

  /** A text of a shape, or null where it says nothing. */
  shape(name: string, shape: RegExp, problem: string): string | null {
    const value = this.values.get(name);
    if (value === undefined || value === null) return null;
    return typeof value === 'string' && shape.test(value) ? value : this.wrong(name, problem, null);
  }

  refuse(name: string, problem: string): void {
    this.wrong(name, problem, undefined);
  }

  /** Every name that has a value. */
  names(): string[] {
    return [...this.values.keys()];
  }

  inside(name: string): MappingReader {
    return new MappingReader(this.values.get(name), `${this.path}.${name}`, this.problems);
  }

  private wrong<T>(name: string, problem: string, usual: T): T {
    this.problems.push({ field: name === '' ? this.path : `${this.path}.${name}`, problem: `This ${problem}` });
    return usual;
  }
}

export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
