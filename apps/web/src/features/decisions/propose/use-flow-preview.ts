import { useQuery } from '@apollo/client/react';
import { useViewer } from '../../../platform/session/session-provider';
import { needsRationale } from '../flow/flow-words';
import { DECISION_FLOW_PREVIEW } from '../flow/flow.operations';
import type { DecisionForm } from './decision-form';

/** How it would be decided, as soon as it is known where it holds; and whether whoever writes it may do it at once. */
export function useFlowPreview({ scope, decisionAreaId, outcome, chosenOption, rationale, supersedes }: DecisionForm) {
  const { person } = useViewer();
  const { data, previousData, loading } = useQuery(DECISION_FLOW_PREVIEW, {
    variables: {
      scopeKind: scope?.kind ?? 'ORGANIZATION',
      scopeId: scope?.id ?? '',
      decisionAreaId: decisionAreaId === '' ? null : decisionAreaId,
      supersedesIds: supersedes.map(({ id }) => id),
    },
    skip: scope === null,
    fetchPolicy: 'cache-and-network',
  });
  const flow = scope === null ? undefined : (data ?? previousData)?.decisionFlowPreview;
  const decided = outcome.trim() !== '' || chosenOption !== null;
  const mayAccept =
    flow !== undefined &&
    flow.mayAccept.some(({ id }) => id === person.id) &&
    flow.willAsk.length === 0 &&
    flow.waitsFor.length === 0 &&
    decided &&
    (!needsRationale(flow.level) || rationale.trim() !== '');
  return { flow, loading: loading && flow === undefined, mayAccept };
}
