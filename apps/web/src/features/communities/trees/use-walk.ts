import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import type { WalkPartsFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useAct } from '../../../platform/refusals/use-act';
import { useViewer } from '../../../platform/session/session-provider';
import { type KeptWalk, keptWalk } from './kept-walk';
import { START_WALK, STEP_BACK, TAKE_ANSWER, VIEWER_WALK } from './trees.operations';

/** One person's way through a version of a tree: begun, gone on with after a reload and on another device, begun anew. */
export function useWalk(artifact: { id: string; key: string }, versionId: string) {
  const { organization, person } = useViewer();
  const [kept] = useState(() => keptWalk(organization.id, person.id, artifact.key));
  // Undefined: no step was taken here since the page was opened.
  const [stepped, setStepped] = useState<KeptWalk>();
  const last = useQuery(VIEWER_WALK, { variables: { id: artifact.id }, fetchPolicy: 'network-only' });
  // The server knows of other devices, this browser answers at once and without a connection.
  const told = last.data?.node?.__typename === 'Artifact' ? last.data.node.viewerWalk : undefined;
  const walk = stepped ?? (told === undefined ? kept.found : told && walkOf(told));
  const starting = useAct(START_WALK);
  const taking = useAct(TAKE_ANSWER);
  const backing = useAct(STEP_BACK);
  const become = (next: WalkPartsFragment | undefined) => {
    if (!next) return false;
    const now = walkOf(next);
    setStepped(now);
    kept.keep(now);
    return true;
  };
  const clear = () => {
    starting.clear();
    taking.clear();
    backing.clear();
  };
  // A walk of an older version is of another tree.
  const current = walk?.versionId === versionId ? walk : null;
  return {
    walk: current,
    /** Somebody was under way when a new version came. */
    outdated: walk !== null && current === null,
    /** Whether there is one is not known yet. */
    looking: last.loading && walk === null,
    pending: starting.pending || taking.pending || backing.pending,
    refusal: starting.refusal ?? taking.refusal ?? backing.refusal,
    start: async () => {
      clear();
      const data = await starting.act({ artifactId: artifact.id, idempotencyKey: newIdempotencyKey() });
      return become(data?.startWalk);
    },
    take: async (from: string, to: string) => {
      if (!current) return false;
      clear();
      const data = await taking.act({ walkId: current.walkId, from, to, idempotencyKey: newIdempotencyKey() });
      return become(data?.takeAnswer);
    },
    back: async () => {
      if (!current) return false;
      clear();
      const data = await backing.act({ walkId: current.walkId, idempotencyKey: newIdempotencyKey() });
      return become(data?.stepBack);
    },
  };
}

function walkOf({ id, version, at, path }: WalkPartsFragment): KeptWalk {
  return { walkId: id, versionId: version.id, at, path: path.map(({ answer: { from, to } }) => ({ from, to })) };
}

export type Walking = ReturnType<typeof useWalk>;
