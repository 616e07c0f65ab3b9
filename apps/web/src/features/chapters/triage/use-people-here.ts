import { usePresence } from '../../../platform/presence/use-presence';
import { useViewer } from '../../../platform/session/session-provider';
import type { ShownSession } from './triage-items';

export type PersonHere = { id: string; name: string; here: boolean; isViewer: boolean; facilitates: boolean };

/** All who ever were in the session, those first who are there now, and who facilitates before the others. */
export function usePeopleHere({ id, facilitator, participants }: ShownSession): PersonHere[] {
  const { person: viewer } = useViewer();
  const others = usePresence(id);
  const here = new Set([viewer.id, ...others.map((one) => one.id)]);
  const known = new Map(
    [...participants.map(({ person }) => person), ...others, facilitator, viewer].map((one) => [one.id, one.name]),
  );
  return [...known]
    .map(([personId, name]) => ({
      id: personId,
      name,
      here: here.has(personId),
      isViewer: personId === viewer.id,
      facilitates: personId === facilitator.id,
    }))
    .toSorted(
      (a, b) =>
        Number(b.here) - Number(a.here) ||
        Number(b.facilitates) - Number(a.facilitates) ||
        a.name.localeCompare(b.name, 'en'),
    );
}
