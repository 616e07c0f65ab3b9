import { useCallback } from 'react';
import { notify } from '@chapterhouse/ui/toast';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useViewer } from '../../../platform/session/session-provider';
import { useImpedimentAct } from '../use-impediment-act';
import { ASSIGN_IMPEDIMENT } from './moves.operations';

type Takable = Pick<ImpedimentCardFragment, 'id' | 'key' | 'version' | 'viewerCan' | 'owner'>;

/** Takes an impediment for oneself; `null` where that is not offered. */
export function useTake(): (impediment: Takable) => (() => void) | null {
  const act = useImpedimentAct();
  const { person } = useViewer();
  return useCallback(
    (impediment) => {
      if (!impediment.viewerCan.includes('impediment:assign') || impediment.owner?.id === person.id) return null;
      return () => {
        const { id, version } = impediment;
        const variables = { id, version, ownerId: person.id, idempotencyKey: newIdempotencyKey() };
        void act(impediment, ASSIGN_IMPEDIMENT, variables).then((outcome) => {
          if (!outcome.done) notify({ tone: 'problem', title: outcome.refusal.title, detail: outcome.refusal.next });
          return undefined;
        });
      };
    },
    [act, person.id],
  );
}
