import type { DecisionTurnFragment } from '../../../generated/graphql';
import { AcceptDialog } from './accept-dialog';
import { AnswerAskDialog } from './answer-ask-dialog';
import { RejectDialog, VetoDialog } from './reason-dialog';

/** Which question is open, if any. */
export type FlowDialog = { kind: 'accept' | 'reject' | 'veto' } | { kind: 'answer'; askId: string };

export type FlowDialogsProps = { decision: DecisionTurnFragment; open: FlowDialog | null; onClose: () => void };

/** The questions that move a decision on: one at a time. */
export function FlowDialogs({ decision, open, onClose }: FlowDialogsProps) {
  switch (open?.kind) {
    case 'accept':
      return <AcceptDialog decision={decision} onClose={onClose} />;
    case 'reject':
      return <RejectDialog decision={decision} onClose={onClose} />;
    case 'veto':
      return <VetoDialog decision={decision} onClose={onClose} />;
    case 'answer': {
      const ask = decision.flow.asks.find(({ id }) => id === open.askId);
      return ask ? <AnswerAskDialog decision={decision} ask={ask} onClose={onClose} /> : null;
    }
    case undefined:
      return null;
  }
}
