import { generateKeyBetween } from 'fractional-indexing';

/** A key that sorts between the two, as PostgreSQL compares letters by their bytes. Null: there is none on that side. */
export function rankBetween(before: string | null, next: string | null): string {
  return generateKeyBetween(before, next);
}
