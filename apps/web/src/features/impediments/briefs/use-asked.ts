import { useQuery } from '@apollo/client/react';
import { TOP_LEVEL_ROLE } from '@chapterhouse/domain/impediments/brief-policy';
import { ASKED_COUNT } from './briefs.operations';

/** How much waits for the viewer's answer, and whether that is a place of theirs at all. */
export function useAsked(): { waiting: number; concerns: boolean } {
  const { data } = useQuery(ASKED_COUNT, { fetchPolicy: 'cache-and-network' });
  const waiting = data?.waiting.totalCount ?? 0;
  const asked = waiting + (data?.past.totalCount ?? 0) > 0;
  const holds = data?.viewer?.person.assignments.some(({ role }) => role === TOP_LEVEL_ROLE) ?? false;
  return { waiting, concerns: asked || holds };
}
