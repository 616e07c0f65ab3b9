import type { Role, ScopeKind } from '../organization/role.js';
import type { CalendarTitle } from './calendar-file.js';
import { MappingReader } from './mapping-reader.js';
import type { PresentPlace } from './present-organization.js';
import { isZone } from './zone-words.js';

/** Whose meetings those of a calendar are: `ORGANIZATION`, a place's id as clients know it, or its kind and name (`team:Cranes`). */
export type MeetingPlaceChoice = string;

export interface CalendarMapping {
  /** IANA name: of times without a zone of their own. */
  timeZone: string;
  place: MeetingPlaceChoice;
  /** By the calendar's path; `SKIP`: not taken. Those that are not here have `place`. */
  calendars: Record<string, MeetingPlaceChoice>;
  /** Whether those who answer for the place, and a team's Developers, are invited; else nobody is. */
  invite: boolean;
}

export interface CalendarChoices {
  calendars: readonly CalendarTitle[];
}

const PLACE = /^(?:ORGANIZATION|SKIP|(?:Product|Area|Team)_[0-9a-f-]{36}|(?:product|area|team):.{1,200})$/u;
const PLACE_PROBLEM = 'must be ORGANIZATION, SKIP, the id of a place, or its kind and name such as team:Cranes.';

/** The mapping with what is missing filled in; wrong values are named in `problems`. @param usualZone the organization's */
export function readCalendarMapping(
  wanted: unknown,
  usualZone: string,
): { mapping: CalendarMapping; problems: MappingReader['problems'] } {
  const reader = new MappingReader(wanted);
  const calendars = reader.inside('calendars');
  const timeZone = reader.text('timeZone', usualZone);
  if (!isZone(timeZone)) reader.refuse('timeZone', 'must be a time zone such as Europe/Berlin.');
  const mapping: CalendarMapping = {
    timeZone,
    place: reader.shape('place', PLACE, PLACE_PROBLEM) ?? 'ORGANIZATION',
    calendars: Object.fromEntries(
      calendars.names().flatMap((path) => {
        const place = calendars.shape(path, PLACE, PLACE_PROBLEM);
        return place === null ? [] : [[path, place]];
      }),
    ),
    invite: reader.flag('invite', true),
  };
  return { mapping, problems: reader.problems };
}

/** Where meetings are planned. */
export interface MeetingScope {
  kind: ScopeKind;
  id: string;
  name: string;
}

/** The place that a choice means; null: none is, or none any more. */
export function scopeOfChoice(
  choice: MeetingPlaceChoice,
  organizationId: string,
  places: readonly PresentPlace[],
): MeetingScope | null {
  if (choice === 'ORGANIZATION') return { kind: 'ORGANIZATION', id: organizationId, name: 'the organization' };
  const [, kind = '', id] = /^(Product|Area|Team)_(.*)$/u.exec(choice) ?? [];
  const [, named = '', name = ''] = /^(product|area|team):(.*)$/u.exec(choice) ?? [];
  const found = places.filter((place) =>
    id === undefined
      ? place.kind === named && place.name.toLowerCase() === name.trim().toLowerCase()
      : place.kind === kind.toLowerCase() && place.id === id,
  );
  const [place] = found.filter(({ archivedOn }) => archivedOn === null);
  if (!place) return null;
  return { kind: KINDS[place.kind], id: place.id, name: place.name };
}

/** Who is invited to meetings of a place whose file does not say it. */
export const INVITED_ROLES: Record<ScopeKind, readonly Role[]> = {
  ORGANIZATION: [],
  PRODUCT: ['CHIEF_PRODUCT_OWNER', 'AREA_PRODUCT_OWNER'],
  AREA: ['AREA_PRODUCT_OWNER', 'SCRUM_OF_SCRUMS_MASTER', 'TECHNICAL_LEAD'],
  TEAM: ['PRODUCT_OWNER', 'SCRUM_MASTER', 'DEVELOPER'],
};

const KINDS = { product: 'PRODUCT', area: 'AREA', team: 'TEAM' } as const;
