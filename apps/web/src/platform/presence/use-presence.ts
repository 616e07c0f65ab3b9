import { useSubscription } from '@apollo/client/react';
import { useMemo } from 'react';
import { useViewer } from '../session/session-provider';
import { PRESENCE } from './presence.operations';

export type PresentPerson = { id: string; name: string };

/** All who are there are told once, at the beginning: two screens that share a subscription would share that, too. */
const ON_ITS_OWN = { queryDeduplication: false };

/**
 * Who else is looking at a place; asking is being there.
 * @param place `impediments` for the board and its list, or the id of an impediment; undefined: nowhere
 */
export function usePresence(place: string | undefined): readonly PresentPerson[] {
  const { person } = useViewer();
  const { data } = useSubscription(PRESENCE, {
    variables: { place: place ?? '' },
    skip: place === undefined,
    // Many come and go: nothing of it is worth keeping.
    fetchPolicy: 'no-cache',
    context: ON_ITS_OWN,
  });
  return useMemo(
    () => (data?.presence.people ?? []).flatMap((present) => (present.person.id === person.id ? [] : present.person)),
    [data, person.id],
  );
}
