import { useQuery } from '@apollo/client/react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useLiveStatus } from '../../../platform/live/live-status';
import { useLiveSubscription } from '../../../platform/live/use-live-subscription';
import { useAway } from '../../../platform/offline/connection';
import { TRIAGE_SESSION, TRIAGE_SESSION_CHANGED } from './triage.operations';

/** Nothing is missed for longer than this, in milliseconds, whatever happened to what was told in between. */
const LOOK_EVERY = 30_000;

/** A session as it stands, live; after a lost connection it is asked for again as a whole. */
export function useTriageSession(id: string) {
  const { data, error, loading, refetch } = useQuery(TRIAGE_SESSION, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const session = data?.triageSession;
  const running = session?.state === 'RUNNING';
  const again = () => void refetch().catch(() => {});
  useLiveSubscription({
    document: TRIAGE_SESSION_CHANGED,
    variables: { id },
    // From now on, also what happens while the first answer is on its way.
    after: running || (session === undefined && !error) ? '' : null,
    pick: (message) => message.triageSessionChanged,
    // The whole session came with the change and is in the cache.
    onChange: (change) => change.session === null && again(),
    onResync: again,
  });
  const live = useLiveStatus();
  const away = useAway();
  const look = useEffectEvent(again);
  const connected = live !== 'reconnecting' && !away;
  const before = useRef(connected);
  useEffect(() => {
    if (connected && !before.current) look();
    before.current = connected;
  }, [connected]);
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(() => look(), LOOK_EVERY);
    return () => clearInterval(timer);
  }, [running]);
  return { session, error, loading, connected, refetch: again };
}
