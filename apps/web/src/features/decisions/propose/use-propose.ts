import { useApolloClient } from '@apollo/client/react';
import { notify } from '@chapterhouse/ui/toast';
import { useRef, useState } from 'react';
import type { ProposeDecisionInput } from '../../../generated/graphql';
import { type ShownRefusal, shownRefusal } from '../../../platform/refusals/shown-refusal';
import { acceptedWords } from '../flow/flow-words';
import { ACCEPT_DECISION } from '../flow/flow.operations';
import { PROPOSE_DECISION } from '../record-acts.operations';
import { type DecisionForm, FORM_FIELDS, inputParts } from './decision-form';
import { useContentKey } from './use-content-key';

/** The whole of what was written; null without a place where it holds. */
export function proposalInput(form: DecisionForm): ProposeDecisionInput | null {
  const { title, kind, scope } = form;
  if (scope === null) return null;
  const parts = inputParts(form);
  return Object.assign(
    { title: title.trim(), kind, scopeKind: scope.kind, scopeId: scope.id },
    ...FORM_FIELDS.map((field) => parts[field]),
  );
}

/** Sends a proposal and, where somebody wants it and may, accepts it at once. */
export function usePropose() {
  const client = useApolloClient();
  const { keyOf, forget } = useContentKey();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const underWay = useRef(false);

  /** The key of the new decision; null when it was refused. */
  const propose = async (form: DecisionForm, accept: boolean): Promise<string | null> => {
    const input = proposalInput(form);
    if (input === null || underWay.current) return null;
    underWay.current = true;
    setPending(true);
    setRefusal(null);
    try {
      const sent = { input, idempotencyKey: keyOf(input) };
      const { data } = await client.mutate({ mutation: PROPOSE_DECISION, variables: sent });
      const made = data?.proposeDecision;
      if (!made) return null;
      if (accept) await acceptNow(made, sent.idempotencyKey);
      else notify({ title: `${made.key} is proposed.`, detail: nextWords(made.flow) });
      void client.refetchQueries({ include: 'active' });
      forget();
      return made.key;
    } catch (error) {
      setRefusal(shownRefusal(error));
      return null;
    } finally {
      underWay.current = false;
      setPending(false);
    }
  };

  const acceptNow = async (made: { id: string; key: string; version: number }, keyOfProposal: string) => {
    try {
      const variables = { id: made.id, version: made.version, idempotencyKey: `${keyOfProposal}-accept` };
      const { data } = await client.mutate({ mutation: ACCEPT_DECISION, variables });
      if (data) notify({ title: `${made.key} is accepted.`, detail: acceptedWords(data.acceptDecision.flow) });
    } catch (error) {
      // It is proposed all the same, and stands there with what it waits for.
      const { title, next } = shownRefusal(error);
      notify({ tone: 'problem', title: `${made.key} is proposed, but not accepted.`, detail: `${title} ${next}` });
    }
  };

  return { propose, pending, refusal };
}

function nextWords({ waitsFor, mayAcceptWords }: { waitsFor: readonly string[]; mayAcceptWords: string }): string {
  return waitsFor[0] ?? `To be accepted by ${mayAcceptWords}.`;
}
