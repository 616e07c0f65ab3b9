import { createHash } from 'node:crypto';

/** SHA-256 in hex of the content's JSON with its fields in order. */
export function fingerprint(content: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return fields.map(([name, inside]) => [name, sorted(inside)]);
}
