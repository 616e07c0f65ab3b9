import { Button } from '@chapterhouse/ui/button';
import { announce } from '@chapterhouse/ui/live-region';
import { notify } from '@chapterhouse/ui/toast';
import { Pause, Play } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ImpedimentFactsFragment } from '../../../generated/graphql';
import { useCommand } from '../../../platform/commands/use-command';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { RESUME_IMPEDIMENT_CLOCK } from '../impediment-moves/clock.operations';
import { absoluteTime } from '../impediment-times';
import { Moment } from '../moment';
import { plural } from '../plural';
import { useImpedimentAct } from '../use-impediment-act';
import { useImpedimentLevels } from '../use-impediment-levels';
import { useNow } from '../use-now';

const PauseDialog = lazy(async () => ({ default: (await import('../impediment-moves/pause-dialog')).PauseDialog }));

type Clocked = { impediment: ImpedimentFactsFragment };

/** How long its level still has it; overdue is the one thing in colour. For what stands in the way. */
export function DetailClock({ impediment }: Clocked) {
  const { key, clock, clockTerms, clockEndsAt } = impediment;
  const [pausing, setPausing] = useState(false);
  const [busy, setBusy] = useState(false);
  const act = useImpedimentAct();
  const mayPause = can(impediment, 'impediment:pause-clock');
  const mayResume = can(impediment, 'impediment:resume-clock');
  const resume = async () => {
    setBusy(true);
    const { id, version } = impediment;
    const variables = { id, version, idempotencyKey: newIdempotencyKey() };
    const outcome = await act(impediment, RESUME_IMPEDIMENT_CLOCK, variables);
    setBusy(false);
    if (outcome.done) announce(`The clock of ${key} runs on.`);
    else notify({ tone: 'problem', title: outcome.refusal.title, detail: outcome.refusal.next });
  };
  useCommand({
    id: 'pause-clock',
    label: `Pause the clock of ${key} …`,
    group: 'here',
    keywords: 'stop wait overdue',
    when: mayPause,
    run: () => setPausing(true),
  });
  useCommand({
    id: 'resume-clock',
    label: `Let the clock of ${key} run on`,
    group: 'here',
    keywords: 'resume start overdue',
    when: mayResume,
    run: () => void resume(),
  });
  return (
    <div className="detail-clock">
      <p className="detail-clock__line">
        {clock?.pausedAt ? (
          <span className="detail-clock__paused">
            <Pause aria-hidden /> paused <Moment at={clock.pausedAt} />
          </span>
        ) : (
          <End at={clockEndsAt} />
        )}
        {clockTerms && <Worked terms={clockTerms} />}
        {mayPause && (
          <Button size="sm" variant="ghost" icon={<Pause aria-hidden />} onClick={() => setPausing(true)}>
            Pause …
          </Button>
        )}
        {mayResume && (
          <Button size="sm" icon={<Play aria-hidden />} pending={busy} onClick={() => void resume()}>
            Run on
          </Button>
        )}
      </p>
      {clock?.pausedBecause && <blockquote className="detail-clock__reason">{clock.pausedBecause}</blockquote>}
      <GoesUp impediment={impediment} />
      {pausing && (
        <Suspense>
          <PauseDialog impediment={impediment} onClose={() => setPausing(false)} />
        </Suspense>
      )}
    </div>
  );
}

function End({ at }: { at: string | null }) {
  const now = useNow();
  if (at === null) return <span className="detail__quiet">none</span>;
  const overdue = Date.parse(at) <= now;
  return (
    <span className={overdue ? 'detail__overdue' : undefined}>
      {overdue ? 'overdue, its hours ended ' : 'ends '}
      <Moment at={at} />
    </span>
  );
}

/** "3.5 of 16 working hours"; half hours are exact enough. */
function Worked({ terms }: { terms: NonNullable<ImpedimentFactsFragment['clockTerms']> }) {
  const worked = Math.floor(terms.workedMinutes / 30) / 2;
  return (
    <span className="detail__quiet">
      {worked} of {plural(terms.workingHours, 'working hour')}
    </span>
  );
}

/** That time alone takes it to the next level, and when. */
function GoesUp({ impediment: { clockTerms, level } }: Clocked) {
  const { nameOf } = useImpedimentLevels();
  const { timeZone } = useViewer().organization;
  const now = useNow();
  if (!clockTerms?.escalatesByItself) return null;
  const to = nameOf(level + 1);
  const { escalatesAt } = clockTerms;
  if (escalatesAt === null)
    return <p className="detail__quiet">Goes up to {to} by itself once it has run on and is over.</p>;
  if (Date.parse(escalatesAt) <= now) return <p className="detail__quiet">Goes up to {to} by itself any minute now.</p>;
  return (
    <p className="detail__quiet">
      Goes up to {to} by itself on <time dateTime={escalatesAt}>{absoluteTime(escalatesAt, timeZone)}</time>.
    </p>
  );
}
