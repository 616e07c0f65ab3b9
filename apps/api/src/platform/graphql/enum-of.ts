import { registerEnumType } from '@nestjs/graphql';

/** GraphQL enums made of the domain's own lists, so that there is one list of each. */
export function enumOf<T extends string>(name: string, values: readonly T[]): Record<string, T> {
  const entries = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(entries, { name });
  return entries;
}
