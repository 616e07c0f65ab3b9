import {
  IMPEDIMENT_CATEGORIES,
  IMPEDIMENT_SEVERITIES,
  SOURCE_KINDS,
} from '@chapterhouse/domain/impediments/impediment-fields';
import { IMPEDIMENT_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { registerEnumType } from '@nestjs/graphql';

/** GraphQL enums made of the domain's own lists, so that there is one list of each. */
export function enumOf<T extends string>(name: string, values: readonly T[]): Record<string, T> {
  const entries = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(entries, { name });
  return entries;
}

export const ImpedimentStateEnum = enumOf('ImpedimentState', IMPEDIMENT_STATES);
export const ImpedimentSeverityEnum = enumOf('ImpedimentSeverity', IMPEDIMENT_SEVERITIES);
export const ImpedimentCategoryEnum = enumOf('ImpedimentCategory', IMPEDIMENT_CATEGORIES);
export const SourceKindEnum = enumOf('SourceKind', SOURCE_KINDS);
