import { useSyncExternalStore } from 'react';
import type { DecisionLinkKind, ScopeKind } from '../../../generated/graphql';

/** What a decision is begun from: it is linked with it, and made where it stands. */
export type ProposalBegun = {
  link?: { kind: DecisionLinkKind; thingId: string; title: string };
  scope?: { kind: ScopeKind; id: string; name: string };
};

let proposing: ProposalBegun | null = null;
const listeners = new Set<() => void>();

/** From a button anywhere; the one dialog stands in the shell. */
export function setProposing(next: ProposalBegun | null): void {
  if (next === proposing) return;
  proposing = next;
  for (const listener of listeners) listener();
}

export function useProposing(): ProposalBegun | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => proposing,
  );
}
