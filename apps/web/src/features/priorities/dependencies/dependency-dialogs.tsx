import type { DependencyRecordFragment } from '../../../generated/graphql';
import { AskAgainDialog, EditDialog } from './ask-dialogs';
import { CommitDialog, CounterDialog } from './day-dialogs';
import { AcceptCounterDialog, DeclineDialog, DeliverDialog, WithdrawDialog } from './words-dialogs';

/** Which question about a dependency is open. */
export type DependencyDialog =
  'commit' | 'counter' | 'accept-counter' | 'decline' | 'deliver' | 'withdraw' | 'ask-again' | 'edit';

export type DependencyDialogProps = { dependency: DependencyRecordFragment; onClose: () => void };

/** The questions that move a dependency on: one at a time. */
export function DependencyDialogs({ open, ...dialog }: DependencyDialogProps & { open: DependencyDialog | null }) {
  switch (open) {
    case 'commit':
      return <CommitDialog {...dialog} />;
    case 'counter':
      return <CounterDialog {...dialog} />;
    case 'accept-counter':
      return <AcceptCounterDialog {...dialog} />;
    case 'decline':
      return <DeclineDialog {...dialog} />;
    case 'deliver':
      return <DeliverDialog {...dialog} />;
    case 'withdraw':
      return <WithdrawDialog {...dialog} />;
    case 'ask-again':
      return <AskAgainDialog {...dialog} />;
    case 'edit':
      return <EditDialog {...dialog} />;
    case null:
      return null;
  }
}
