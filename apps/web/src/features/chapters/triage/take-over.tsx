import { FACILITATOR_AWAY_MINUTES } from '@chapterhouse/domain/chapters/chapter-policy';
import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { useEffect, useEffectEvent, useState } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import type { ShownSession } from './triage-items';
import { HAND_OVER_TRIAGE } from './triage.operations';
import type { PersonHere } from './use-people-here';
import { useTriageAct } from './use-triage-act';

/** A page that is loaded anew is back sooner than this, in milliseconds. */
const PATIENCE = 8_000;
/** How often to ask whether one may take over by now, in milliseconds. */
const ASK_EVERY = 15_000;

/** Whoever facilitates is gone: who may take over is offered it. */
export function TakeOver({ session, people }: { session: ShownSession; people: readonly PersonHere[] }) {
  const away = people.some(({ facilitates, here }) => facilitates && !here);
  const [late, setLate] = useState(false);
  const client = useApolloClient();
  const ask = useEffectEvent(() => void client.refetchQueries({ include: ['TriageSession'] }).catch(() => []));
  useEffect(() => {
    if (!away) return undefined;
    const timer = setTimeout(() => setLate(true), PATIENCE);
    const asking = setInterval(() => ask(), ASK_EVERY);
    return () => {
      clearTimeout(timer);
      clearInterval(asking);
      setLate(false);
    };
  }, [away]);
  const { person } = useViewer();
  const { act, pending } = useTriageAct();
  const { id, version, facilitator } = session;
  const mayTake = can(session, 'triage:take-over');
  if (!away || (!late && !mayTake)) return null;
  return (
    <ErrorNote
      tone="attention"
      title={`${facilitator.name}, who facilitates, is not here.`}
      next={
        mayTake
          ? 'You can lead on: the session stays as it is.'
          : `A member of the chapter can take over when ${FACILITATOR_AWAY_MINUTES} minutes have passed.`
      }
      action={
        mayTake && (
          <Button
            pending={pending}
            onClick={() => void act(HAND_OVER_TRIAGE, { sessionId: id, version, personId: person.id })}
          >
            Take over
          </Button>
        )
      }
    />
  );
}
