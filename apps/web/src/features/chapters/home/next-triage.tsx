import { useQuery } from '@apollo/client/react';
import { HOURS_AROUND_A_DATE, TRIAGE_REASON_TITLES } from '@chapterhouse/domain/chapters/triage-state';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { DoorOpen, Play } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useAct } from '../../../platform/refusals/use-act';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { Moment, plural } from '../../impediments/public';
import { titleOf } from '../triage/triage-items';
import { whenWords } from '../when-words';
import { ChapterPart } from './chapter-part';
import type { ShownChapter } from './chapter-page';
import { START_TRIAGE, TRIAGE_AGENDA } from './chapter.operations';

/** A meeting that is nearer than this, in milliseconds, is the one that a triage started now belongs to. */
const NEAR = HOURS_AROUND_A_DATE * 3_600_000;

/** The running triage to join, or what the next one would be about, and the way to begin it. */
export function NextTriage({ chapter }: { chapter: ShownChapter }) {
  const { session } = chapter;
  if (session) {
    return (
      <ChapterPart title="A triage runs">
        <p>
          {session.facilitator.name} began it <Moment at={session.startedAt} />.
        </p>
        <p>
          <Link className={buttonLook({ variant: 'primary', size: 'lg' })} to={`/triage/${session.id}`}>
            <DoorOpen aria-hidden />
            Join the triage
          </Link>
        </p>
      </ChapterPart>
    );
  }
  return <Prepared chapter={chapter} />;
}

/** Items of the agenda that are shown at first. */
const FIRST = 6;

function Prepared({ chapter }: { chapter: ShownChapter }) {
  const { timeZone } = useViewer().organization;
  const { nextTriage } = chapter;
  const { data, error } = useQuery(TRIAGE_AGENDA, {
    variables: { chapterId: chapter.id },
    fetchPolicy: 'cache-and-network',
  });
  const [all, setAll] = useState(false);
  const { act, pending, refusal } = useAct(START_TRIAGE);
  const { key, renew } = useIdempotencyKey();
  const navigate = useNavigate();
  const agenda = data?.triageAgenda;
  const start = async () => {
    const isNear = nextTriage !== null && Math.abs(Date.parse(nextTriage.startsAt) - Date.now()) < NEAR;
    const done = await act({
      chapterId: chapter.id,
      occurrenceId: isNear ? nextTriage.id : null,
      idempotencyKey: key(),
    });
    if (done === null) return renew();
    await navigate(`/triage/${done.session.id}`);
  };
  const running = refusal?.code === 'TRIAGE_RUNS' ? refusal.details['sessionId'] : undefined;
  const shown = all ? agenda : agenda?.slice(0, FIRST);
  return (
    <ChapterPart
      title="Next triage"
      actions={
        can(chapter, 'triage:start') && (
          <Button variant="primary" icon={<Play aria-hidden />} pending={pending} onClick={() => void start()}>
            Begin the triage
          </Button>
        )
      }
    >
      <RefusalNote
        refusal={refusal}
        action={
          typeof running === 'string' && (
            <Link className={buttonLook()} to={`/triage/${running}`}>
              Join it
            </Link>
          )
        }
      />
      <p>
        {nextTriage ? (
          <Link to={`/calendar/${nextTriage.id}/page`}>{whenWords(nextTriage.startsAt, timeZone)}</Link>
        ) : (
          <>
            Not planned. <Link to="/cadences/new">Plan a weekly one</Link>, or begin one whenever you need it.
          </>
        )}
      </p>
      {error && !agenda && <RefusalNote refusal={shownRefusal(error)} />}
      {!agenda && !error && <Skeleton lines={3} label="Building the agenda" />}
      {agenda?.length === 0 && <p className="chapter__quiet">Nothing would be on its agenda now.</p>}
      {agenda && agenda.length > 0 && (
        <p className="chapter__quiet">{plural(agenda.length, 'item')} would be on its agenda now:</p>
      )}
      {shown && shown.length > 0 && (
        <ol className="next-triage">
          {shown.map((item) => (
            <li key={item.impediment?.id ?? item.source?.id ?? item.action?.id}>
              <span className="next-triage__title">
                {item.impediment ? (
                  <Link to={`/impediments/${item.impediment.key}`}>
                    {item.impediment.key} {item.impediment.title}
                  </Link>
                ) : (
                  titleOf(item)
                )}
              </span>
              <span className="next-triage__why">
                {TRIAGE_REASON_TITLES[item.reason]} · {item.why}
              </span>
            </li>
          ))}
        </ol>
      )}
      {agenda && agenda.length > FIRST && !all && (
        <p>
          <Button size="sm" onClick={() => setAll(true)}>
            Show all {agenda.length}
          </Button>
        </p>
      )}
    </ChapterPart>
  );
}
