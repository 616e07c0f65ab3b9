import { announce } from '@chapterhouse/ui/live-region';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import type { ImpedimentFactsFragment, UndoOfferFragment } from '../../generated/graphql';
import type { Waits } from '../../platform/offline/outbox-link';
import { type ShownRefusal, shownRefusal } from '../../platform/refusals/shown-refusal';
import { expectOwnChange, tellChange } from './impediment-changes';
import { offerUndo } from './impediment-moves/offer-undo';
import { IMPEDIMENT_BY_KEY } from './impediments.operations';

/** `current`: what is there now, loaded afresh when somebody else was first. */
export type ActOutcome<TData> =
  { done: true; data: TData } | { done: false; refusal: ShownRefusal; current: ImpedimentFactsFragment | null };

type Acted = { id: string; key: string };

/** Refusals after which what this screen shows is no longer true. */
const STALE = new Set(['CONFLICT', 'ILLEGAL_TRANSITION', 'FORBIDDEN']);

/**
 * Changes one impediment. With `optimistic` the screen shows the result at once and goes back by itself when
 * the server refuses. Never throws: a refusal is an outcome. Without a connection that comes late: `waits` says what
 * becomes of the form until then.
 */
export function useImpedimentAct() {
  const client = useApolloClient();
  return useCallback(
    async <TData extends { impediment: unknown }, TVariables extends OperationVariables>(
      { id, key }: Acted,
      mutation: TypedDocumentNode<TData, TVariables>,
      variables: TVariables,
      optimistic?: TData,
      waits?: Waits,
    ): Promise<ActOutcome<TData>> => {
      expectOwnChange(id);
      try {
        const { data } = await client.mutate<TData>({
          mutation,
          variables,
          context: { waits: waits && announced(waits), optimistic },
          ...(optimistic && { optimisticResponse: () => optimistic }),
        });
        expectOwnChange(id);
        tellChange(id);
        if (!data) throw new Error('A mutation answered with neither data nor errors.');
        const offer = offerIn(data.impediment);
        if (offer) offerUndo(client, offer);
        return { done: true, data };
      } catch (error) {
        const refusal = shownRefusal(error);
        const current = STALE.has(refusal.code) ? await load(key) : null;
        return { done: false, refusal, current };
      }

      async function load(key: string): Promise<ImpedimentFactsFragment | null> {
        try {
          const { data } = await client.query({
            query: IMPEDIMENT_BY_KEY,
            variables: { key },
            fetchPolicy: 'network-only',
          });
          return data?.impediment ?? null;
        } catch {
          return null; // Removed, or the connection is gone as well: the refusal says enough.
        }
      }
    },
    [client],
  );
}

/** That it waits, for the ear; the form says so to the eye. */
export function announced(waits: Waits): Waits {
  const onWait = () => {
    announce('There is no connection. Your change waits for it.');
    waits.onWait?.();
  };
  return { ...waits, onWait };
}

/** The way back, where the mutation asked for it and there is one. */
function offerIn(impediment: unknown): UndoOfferFragment | null {
  const offer: unknown =
    typeof impediment === 'object' && impediment !== null && 'viewerUndo' in impediment ? impediment.viewerUndo : null;
  return isOffer(offer) ? offer : null;
}

const isOffer = (offer: unknown): offer is UndoOfferFragment =>
  typeof offer === 'object' && offer !== null && 'until' in offer && 'label' in offer;
