import { Button } from '@chapterhouse/ui/button';
import { ProgressBar } from '@chapterhouse/ui/progress-bar';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { RunPartsFragment } from '../../../generated/graphql';
import { momentWords } from '../../../platform/dates/day-words';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { EndRunDialog } from './end-run-dialog';
import { RunStepLine } from './run-step-line';
import { useTicks } from './use-ticks';
import './runs.css';

/** How far a run is, and its steps to tick. */
export function RunSteps({ run }: { run: RunPartsFragment }) {
  const { done, total, steps, startedBy, startedAt, endedAt } = run;
  const { timeZone } = useViewer().organization;
  const { tick, refusal } = useTicks(run);
  const [ending, setEnding] = useState(false);
  const ticks = can(run, 'checklist-run:tick');
  const left = total - done;
  return (
    <div className="run">
      <ProgressBar label={endedAt === null ? 'Done' : 'Done when it ended'} done={done} total={total} />
      <div className="run__head">
        <span>
          Started by {startedBy.name}, {momentWords(startedAt, timeZone)}
          {endedAt !== null && `; ended ${momentWords(endedAt, timeZone)}`}
        </span>
        {can(run, 'checklist-run:end') && (
          <Button variant={left === 0 ? 'primary' : 'secondary'} onClick={() => setEnding(true)}>
            End the run
          </Button>
        )}
      </div>
      <RefusalNote refusal={refusal} />
      <ol className="run__steps" aria-label="Steps">
        {steps.map((one) => (
          <RunStepLine key={one.step.id} one={one} ticks={ticks} onTick={(value, note) => tick(one, value, note)} />
        ))}
      </ol>
      {ending && (
        <EndRunDialog
          run={run}
          onClose={() => setEnding(false)}
          onEnded={() => {
            setEnding(false);
            notify({ title: 'The run has ended.' });
          }}
        />
      )}
    </div>
  );
}
