import { lastsOn } from '@chapterhouse/domain/organization/date-range';
import type { OverviewProduct } from './overview-types';

/** Whether a place stood on a day, or was archived by then. */
export function stands(place: { archivedOn?: string | null }, on: string): boolean {
  return lastsOn({ startsOn: null, endsBefore: place.archivedOn ?? null }, on);
}

/** The product with the places that stood on the day; with the archived ones as well when asked for. */
export function standingOn(product: OverviewProduct, on: string, archivedToo: boolean): OverviewProduct {
  if (archivedToo) return product;
  const areas = product.areas.filter((area) => stands(area, on));
  return {
    ...product,
    areas: areas.map((area) => ({ ...area, teams: area.teams.filter((team) => stands(team, on)) })),
  };
}
