/** Values that many issues have, kept once: memory grows with the issues' own words only. */
export class SharedValues {
  private readonly values = new Map<string, unknown>();

  once<T>(value: T): T {
    const key = JSON.stringify(value);
    const known = this.values.get(key);
    if (known !== undefined) return known as T;
    this.values.set(key, value);
    return value;
  }
}
