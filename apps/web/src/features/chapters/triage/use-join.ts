import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import type { ShownSession } from './triage-items';
import { JOIN_TRIAGE } from './triage.operations';

/** Whoever opens the session takes part in it: once, and again when there was no connection. */
export function useJoin(session: ShownSession, connected: boolean): void {
  const client = useApolloClient();
  const { person } = useViewer();
  const { id } = session;
  const missing = can(session, 'triage:join') && !session.participants.some((one) => one.person.id === person.id);
  useEffect(() => {
    if (!missing || !connected) return;
    // Refused or lost: one looks on all the same, and the next connection tries again.
    void client.mutate({ mutation: JOIN_TRIAGE, variables: { sessionId: id } }).catch(() => {});
  }, [client, id, missing, connected]);
}
