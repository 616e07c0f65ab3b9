import type { ReactNode } from 'react';
import type { Action } from '../platform/session/can';

/** A screen that the navigation leads to. */
export type Place = {
  to: string;
  label: string;
  icon: ReactNode;
  /** Only for those who may do this. */
  needs?: Action;
  /** Only for those whom briefs ask. */
  forAsked?: boolean;
  badge?: ReactNode;
  /** More words that find it in the command palette. */
  keywords?: string;
  /** Where else one is in it: addresses that do not begin with its own. */
  alsoAt?: readonly string[];
  /** In the bar of a phone, which has room for four; the others are behind "More". */
  onPhones?: boolean;
};

export type PlaceGroup = { heading: string; places: Place[] };

/** The place that an address belongs to: the one with the most of it. An impediment's address is the board's. */
export function openPlace(groups: readonly PlaceGroup[], pathname: string): Place | undefined {
  return groups
    .flatMap(({ places }) => places)
    .flatMap((place) => [place.to, ...(place.alsoAt ?? [])].map((at) => ({ place, at })))
    .filter(({ at }) => pathname === at || pathname.startsWith(`${at}/`))
    .toSorted((a, b) => b.at.length - a.at.length)[0]?.place;
}
