import { CATEGORY_TITLES, SEVERITY_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { useCallback, useMemo } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { type Facet, facetOptions, FACETS, facetWithoutValue, NONE } from './board-filter';

/** Said of a value that no open impediment has: it may be gone, or have nothing open now. */
export const NOT_HERE = 'not among the open ones';

/** Names that were on the screen once: the last impediment of an owner may leave while the filter still names them. */
const seen = new Map<string, string>();

/** How a chosen value is called, whether or not an impediment that has it is open now. */
export function useFacetNames(
  impediments: readonly ImpedimentCardFragment[],
  levelName: (level: number) => string,
): (facet: Facet, value: string) => string {
  const names = useMemo(() => {
    for (const facet of FACETS) {
      for (const { value, label } of facetOptions(impediments, facet, levelName)) seen.set(`${facet}=${value}`, label);
    }
    return new Map(seen);
  }, [impediments, levelName]);
  return useCallback(
    (facet, value) => names.get(`${facet}=${value}`) ?? fixedName(facet, value, levelName) ?? NOT_HERE,
    [names, levelName],
  );
}

/** Names that do not depend on what is there. */
export function fixedName(facet: Facet, value: string, levelName: (level: number) => string): string | null {
  if (value === NONE) return facetWithoutValue(facet);
  if (facet === 'category') return Object.entries(CATEGORY_TITLES).find(([name]) => name === value)?.[1] ?? null;
  if (facet === 'severity') return Object.entries(SEVERITY_TITLES).find(([name]) => name === value)?.[1] ?? null;
  return facet === 'level' && /^[1-9]$/.test(value) ? levelName(Number(value)) : null;
}
