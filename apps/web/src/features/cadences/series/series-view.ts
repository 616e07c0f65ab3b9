import type { CadenceKind } from '@chapterhouse/domain/cadences/cadence-kinds';
import type { CadenceFilter } from '../../../generated/graphql';
import {
  filterInput as meetingsInput,
  readView as readMeetings,
  writeView as writeMeetings,
} from '../calendar/calendar-view';
import type { MeetingPlace } from '../use-meeting-places';

/** What the list of series shows, as the address says it. */
export type SeriesView = {
  all: boolean;
  kinds: readonly CadenceKind[];
  place: Pick<MeetingPlace, 'kind' | 'id' | 'chapterId' | 'communityId'> | null;
  /** Those that take place no more. */
  ended: boolean;
};

export function readView(params: URLSearchParams): SeriesView {
  const { all, kinds, place } = readMeetings(params);
  return { all, kinds, place, ended: params.get('ended') === '1' };
}

export function writeView({ ended, ...view }: SeriesView): URLSearchParams {
  const params = writeMeetings({ ...view, look: 'week', from: '' });
  if (ended) params.set('ended', '1');
  return params;
}

export const filterInput = ({ ended, ...view }: SeriesView): CadenceFilter => ({
  ...meetingsInput(view),
  ended,
});
