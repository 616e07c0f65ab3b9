import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { Pause, Play } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Link } from 'react-router';
import type { ImpedimentFactsFragment } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { hoursLeft } from '../clock-words';
import { useClockTurn } from '../impediment-moves/use-clock-turn';
import { absoluteTime, relativeTime } from '../impediment-times';
import { Moment } from '../moment';
import { plural } from '../plural';
import { useImpedimentLevels } from '../use-impediment-levels';
import { useNow } from '../use-now';

const PauseDialog = lazy(async () => ({ default: (await import('../impediment-moves/pause-dialog')).PauseDialog }));

export type DetailClockProps = {
  impediment: ImpedimentFactsFragment;
  /** Who made it stand still, where that is known. */
  pausedBy: string | null;
};

/** How long its level still has it; overdue is the one thing in colour. For what stands in the way. */
export function DetailClock({ impediment, pausedBy }: DetailClockProps) {
  const { key, clock } = impediment;
  const [pausing, setPausing] = useState(false);
  const [busy, setBusy] = useState(false);
  const { resume } = useClockTurn();
  const mayPause = can(impediment, 'impediment:pause-clock');
  const mayResume = can(impediment, 'impediment:resume-clock');
  const letRun = async () => {
    setBusy(true);
    await resume(impediment, clock?.pausedBecause ?? '');
    setBusy(false);
  };
  useShortcut({ key: 'p', label: `Pause the clock of ${key} …`, when: mayPause, run: () => setPausing(true) });
  useShortcut({ key: 'p', label: `Let the clock of ${key} run on`, when: mayResume, run: () => void letRun() });
  return (
    <div className="detail-clock">
      {clock?.pausedAt ? (
        <Paused impediment={impediment} at={clock.pausedAt} by={pausedBy} />
      ) : (
        <Runs of={impediment} />
      )}
      <GoesUp impediment={impediment} />
      <div className="detail-clock__line">
        {mayPause && (
          <Button size="sm" icon={<Pause aria-hidden />} onClick={() => setPausing(true)}>
            Pause … <Kbd>P</Kbd>
          </Button>
        )}
        {mayResume && (
          <Button size="sm" icon={<Play aria-hidden />} pending={busy} onClick={() => void letRun()}>
            Let it run on <Kbd>P</Kbd>
          </Button>
        )}
        <Link className="detail-clock__how" to="/organization/settings/ladder">
          How clocks run
        </Link>
      </div>
      {pausing && (
        <Suspense>
          <PauseDialog impediment={impediment} onClose={() => setPausing(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** "12.5 of 16 working hours left", and until when by the clock on the wall. */
function Runs({ of: { clockEndsAt, clockTerms } }: { of: ImpedimentFactsFragment }) {
  const now = useNow();
  if (clockEndsAt === null) return <p className="detail__quiet">No clock runs.</p>;
  if (Date.parse(clockEndsAt) <= now) {
    return (
      <p>
        <span className="detail__overdue">Overdue</span>:{' '}
        {clockTerms ? `its ${plural(clockTerms.workingHours, 'working hour')} were over ` : 'its time was over '}
        <When at={clockEndsAt} />
      </p>
    );
  }
  return (
    <p>
      {clockTerms && `${hoursLeft(clockTerms)}, `}
      until <When at={clockEndsAt} />
    </p>
  );
}

type PausedProps = { impediment: ImpedimentFactsFragment; at: string; by: string | null };

function Paused({ impediment: { clock, clockTerms }, at, by }: PausedProps) {
  return (
    <>
      <p>
        <span className="detail-clock__paused">
          <Pause aria-hidden /> Paused
        </span>{' '}
        <Moment at={at} />
        {by !== null && ` by ${by}`}
        {clockTerms && `, with ${hoursLeft(clockTerms)}`}
      </p>
      {clock?.pausedBecause && <blockquote className="detail-clock__reason">{clock.pausedBecause}</blockquote>}
    </>
  );
}

/** That time alone takes it to the next level, and when. */
function GoesUp({ impediment: { clock, clockTerms, level } }: { impediment: ImpedimentFactsFragment }) {
  const { nameOf } = useImpedimentLevels();
  const now = useNow();
  if (!clockTerms?.escalatesByItself) return null;
  const to = nameOf(level + 1);
  const { escalatesAt } = clockTerms;
  let when: ReactNode = 'any minute now';
  if (clock?.pausedAt) when = 'once it has run on and its hours are over';
  else if (escalatesAt !== null && Date.parse(escalatesAt) > now) when = 'then';
  return (
    <p className="detail__quiet">
      It goes up to {to} by itself {when}.
    </p>
  );
}

/** "26 Nov 2026, 14:00 (Europe/Lisbon), in 2 days". */
function When({ at }: { at: string }) {
  const { timeZone } = useViewer().organization;
  return (
    <>
      <time dateTime={at}>{absoluteTime(at, timeZone)}</time>{' '}
      <span className="detail__quiet">
        ({timeZone.replaceAll('_', ' ')}), {relativeTime(at, useNow())}
      </span>
    </>
  );
}
