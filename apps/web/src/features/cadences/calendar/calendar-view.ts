import { CADENCE_KINDS } from '@chapterhouse/domain/cadences/cadence-kinds';
import type { CadenceFilter, CadenceKind } from '../../../generated/graphql';
import { addDays, isDay } from '../../../platform/dates/day-words';
import { mondayOf } from '../meeting-times';
import type { MeetingPlace } from '../use-meeting-places';

export const LOOKS = ['week', 'list'] as const;
export type Look = (typeof LOOKS)[number];

/** What the calendar shows, as the address says it. */
export type CalendarView = {
  look: Look;
  /** A day of the week that is shown, or with which the list begins; empty: today. */
  from: string;
  /** Everybody's, not only where one is invited. */
  all: boolean;
  kinds: readonly CadenceKind[];
  place: Pick<MeetingPlace, 'kind' | 'id' | 'chapterId' | 'communityId'> | null;
};

const KINDS_OF_PLACES = ['ORGANIZATION', 'PRODUCT', 'AREA', 'TEAM'] as const;

export function readView(params: URLSearchParams): CalendarView {
  const from = params.get('from');
  const kinds = (params.get('kinds') ?? '').split(',');
  const [scopeId, chapterId] = [params.get('scopeId'), params.get('chapterId')];
  const kind = KINDS_OF_PLACES.find((one) => one === params.get('scopeKind'));
  return {
    look: params.get('look') === 'list' ? 'list' : 'week',
    from: isDay(from) ? from : '',
    all: params.get('whose') === 'all',
    kinds: CADENCE_KINDS.filter((one) => kinds.includes(one)),
    place:
      kind === undefined || scopeId === null
        ? null
        : { kind, id: scopeId, chapterId, communityId: params.get('communityId') },
  };
}

export function writeView({ look, from, all, kinds, place }: CalendarView): URLSearchParams {
  const params = new URLSearchParams();
  if (look === 'list') params.set('look', look);
  if (from !== '') params.set('from', from);
  if (all) params.set('whose', 'all');
  if (kinds.length > 0) params.set('kinds', kinds.join(','));
  if (place !== null) {
    params.set('scopeKind', place.kind);
    params.set('scopeId', place.id);
    if (place.chapterId !== null) params.set('chapterId', place.chapterId);
    if (place.communityId) params.set('communityId', place.communityId);
  }
  return params;
}

/** As the api takes it. A place shows all of its own, whoever is invited. */
export function filterInput({ all, kinds, place }: Pick<CalendarView, 'all' | 'kinds' | 'place'>): CadenceFilter {
  return {
    ...(!all && place === null && { mine: true }),
    ...(kinds.length > 0 && { kinds: [...kinds] }),
    ...(place !== null && ofPlace(place)),
  };
}

function ofPlace({ kind, id, chapterId, communityId }: NonNullable<CalendarView['place']>): CadenceFilter {
  if (communityId) return { communityId };
  return chapterId === null ? { scopeKind: kind, scopeId: id } : { chapterId };
}

/** Days that a list shows. */
const DAYS_OF_LIST = 28;

export type ShownDays = { from: string; endsBefore: string };

/** A week from Monday on, or four weeks from the day. */
export function shownDays({ look, from }: Pick<CalendarView, 'look' | 'from'>, today: string): ShownDays {
  const first = from === '' ? today : from;
  if (look === 'list') return { from: first, endsBefore: addDays(first, DAYS_OF_LIST) };
  const monday = mondayOf(first);
  return { from: monday, endsBefore: addDays(monday, 7) };
}

/** The day that the view begins with so many steps on; empty where that is today again. */
export function stepped({ look, from }: Pick<CalendarView, 'look' | 'from'>, by: 1 | -1, today: string): string {
  const days = look === 'week' ? 7 : DAYS_OF_LIST;
  const next = addDays(shownDays({ look, from }, today).from, by * days);
  const present = look === 'week' ? mondayOf(today) : today;
  return next === present ? '' : next;
}

export const daysOf = ({ from, endsBefore }: ShownDays): string[] => {
  const days: string[] = [];
  for (let day = from; day < endsBefore; day = addDays(day, 1)) days.push(day);
  return days;
};
