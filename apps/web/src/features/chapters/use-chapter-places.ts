import { useQuery } from '@apollo/client/react';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { CHAPTER_PLACES } from './chapters.operations';

export type ChapterPlace = { kind: ScopeKind; id: string; name: string; detail: string };

/** Where a chapter may be: the whole organization, or an area. */
export function useChapterPlaces(): { places: ChapterPlace[]; loading: boolean } {
  const { data, loading } = useQuery(CHAPTER_PLACES);
  if (!data) return { places: [], loading };
  const { id, name, products } = data.organization;
  const areas = products.flatMap((product) =>
    product.areas.map((area): ChapterPlace => ({
      kind: 'AREA',
      id: area.id,
      name: area.name,
      detail: `Area of ${product.name}`,
    })),
  );
  return { places: [{ kind: 'ORGANIZATION', id, name, detail: 'The whole organization' }, ...areas], loading };
}
