import { Button } from '@chapterhouse/ui/button';
import type { DecisionTurnFragment } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import { askVerb } from './flow-words';
import type { FlowDialog } from './flow-dialogs';

export type FlowActionsProps = {
  decision: Pick<DecisionTurnFragment, 'viewerCan' | 'flow'>;
  onOpen: (dialog: FlowDialog) => void;
};

/** What the viewer may do to move it on; the server says what that is. */
export function FlowActions({ decision, onOpen }: FlowActionsProps) {
  const mine = decision.flow.asks.find((ask) => ask.answer === null && can(ask, 'decision:answer'));
  const waits = decision.flow.waitsFor.length > 0;
  return (
    <>
      {mine && (
        <Button variant="primary" onClick={() => onOpen({ kind: 'answer', askId: mine.id })}>
          {askVerb(mine.kind)} …
        </Button>
      )}
      {can(decision, 'decision:accept') && (
        <Button variant={mine || waits ? 'secondary' : 'primary'} onClick={() => onOpen({ kind: 'accept' })}>
          Accept …
        </Button>
      )}
      {can(decision, 'decision:reject') && <Button onClick={() => onOpen({ kind: 'reject' })}>Reject …</Button>}
      {can(decision, 'decision:veto') && (
        <Button variant="danger" onClick={() => onOpen({ kind: 'veto' })}>
          Veto …
        </Button>
      )}
    </>
  );
}
