/** A page that somebody was on. */
export type RecentPlace = { address: string; title: string };

const PREFIX = 'chapterhouse.recent.';
const MOST = 8;

const isPlace = (value: unknown): value is RecentPlace =>
  typeof value === 'object' &&
  value !== null &&
  'address' in value &&
  typeof value.address === 'string' &&
  value.address.startsWith('/') &&
  'title' in value &&
  typeof value.title === 'string';

/** Where this person was in this browser, the latest first. @param owner names the organization and the person */
export function recentPlaces(owner: string): RecentPlace[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(PREFIX + owner) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isPlace).slice(0, MOST) : [];
  } catch {
    return []; // Storage may be forbidden, or hold what somebody else wrote.
  }
}

/** An address counts once, with its latest title. */
export function noteRecentPlace(owner: string, place: RecentPlace): void {
  const others = recentPlaces(owner).filter(({ address }) => address !== place.address);
  try {
    localStorage.setItem(PREFIX + owner, JSON.stringify([place, ...others].slice(0, MOST)));
  } catch {
    // As above: then nothing is recent.
  }
}
