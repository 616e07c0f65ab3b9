/** Reads values of unknown shape without trusting their names: own fields only, `__proto__` is a name like any other. */
export function recordOf(value: unknown): Map<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}

export function listOf(value: unknown): unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** Text that says something, without spaces around it and without the zero bytes that PostgreSQL refuses. */
export function textOf(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  const clean = text.replaceAll('\u0000', '').trim();
  return clean === '' ? undefined : clean;
}

/** A field of a field: `at(issue, 'fields', 'status', 'name')`. */
export function at(value: unknown, ...path: string[]): unknown {
  let here = value;
  for (const name of path) here = recordOf(here)?.get(name);
  return here;
}

/** Cuts by characters, as PostgreSQL counts them. */
export function cut(text: string, limit: number): string {
  const characters = text.length <= limit ? [] : Array.from(text);
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

/** Says something: not missing, not empty. */
export function isGiven(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return false;
  if (Array.isArray(value)) return value.length > 0;
  return recordOf(value)?.size !== 0;
}
