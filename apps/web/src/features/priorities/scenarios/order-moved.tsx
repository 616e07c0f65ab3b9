import { ErrorNote } from '@chapterhouse/ui/error-note';
import { can } from '../../../platform/session/can';
import { MovesSince } from './moves-since';
import type { Comparison } from './publish-words';
import type { ScenarioDialogProps } from './scenario-dialogs';
import { behindWords, isBehind } from './scenario-words';

/** What the order did meanwhile: it is looked at before it is published over. */
export function OrderMoved({
  scenario,
  moves,
}: Pick<ScenarioDialogProps, 'scenario'> & { moves: Comparison['meanwhile'] }) {
  return (
    <ErrorNote
      title={isBehind(scenario) ? behindWords(scenario) : 'The order moved a moment before you.'}
      next={
        <>
          <p>
            Nothing is published.{' '}
            {can(scenario, 'scenario:catch-up')
              ? 'Look at what moved, catch up, and see whether this is still what you want.'
              : `Look at what moved, and ask ${scenario.owner.name} to catch up.`}
          </p>
          <MovesSince moves={moves} />
        </>
      }
    />
  );
}
