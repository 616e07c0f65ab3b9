import { useQuery } from '@apollo/client/react';
import type { ActionFactsFragment, MyMeetingsQuery } from '../../../generated/graphql';
import { addDays } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { useViewer } from '../../../platform/session/session-provider';
import { useCadenceChanges } from '../../cadences/public';
import { useNow } from '../../impediments/public';
import { MY_MEETINGS } from './my-meetings.operations';

export type MyTurn = MyMeetingsQuery['occurrences'][number];

export type MyMeetings = {
  /** Open ones that this person promised, the first due first. */
  actions: readonly ActionFactsFragment[];
  /** There are more than the list holds. */
  actionCount: number;
  /** Meetings of the next days that this person leads. */
  turns: readonly MyTurn[];
  loading: boolean;
};

/** Days that somebody looks ahead to prepare a meeting. */
const AHEAD = 8;

/** What meetings want of this person: what they promised, and what they lead next. */
export function useMyMeetings(): MyMeetings {
  const today = useToday();
  const { person } = useViewer();
  const now = useNow();
  const { data, loading, refetch } = useQuery(MY_MEETINGS, {
    variables: { from: today, endsBefore: addDays(today, AHEAD) },
    fetchPolicy: 'cache-and-network',
  });
  useCadenceChanges(data !== undefined, refetch);
  return {
    actions: (data?.actions.edges ?? [])
      .map(({ node }) => node)
      .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.title.localeCompare(b.title, 'en')),
    actionCount: data?.actions.totalCount ?? 0,
    turns: (data?.occurrences ?? []).filter(
      ({ facilitator, state, endsAt }) =>
        facilitator?.id === person.id && state === 'PLANNED' && Date.parse(endsAt) > now,
    ),
    loading: loading && !data,
  };
}
