import { Avatar } from '@chapterhouse/ui/avatar';
import { Button } from '@chapterhouse/ui/button';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { can } from '../../../platform/session/can';
import { useNow } from '../../impediments/public';
import { OccurrencePart } from './occurrence-part';
import { RECORD_ATTENDANCE } from './occurrence.operations';
import type { ShownOccurrence } from './use-occurrence';

type One = ShownOccurrence['invited'][number];

/** Who is invited, what they answered, and from its beginning on who was there. */
export function Invited({ occurrence }: { occurrence: ShownOccurrence }) {
  const { invited, startsAt } = occurrence;
  const { act, pending, refusal, key } = useShownAct(RECORD_ATTENDANCE);
  const begun = useNow() >= Date.parse(startsAt);
  const recording = begun && can(occurrence, 'occurrence:record-attendance');
  const there = invited.filter(({ attended }) => attended === true).length;
  const open = invited.filter(({ attended }) => attended === null);
  const told = begun && there > 0;
  const record = (attendedIds: string[], missedIds: string[]) =>
    void act({ id: occurrence.id, attendedIds, missedIds, idempotencyKey: key() });
  return (
    <OccurrencePart
      title={told ? `${there} of ${invited.length} were there` : 'Invited'}
      count={told ? 0 : invited.length}
      action={
        recording &&
        open.length > 0 && (
          <Button
            size="sm"
            variant="ghost"
            pending={pending}
            onClick={() =>
              record(
                open.filter(({ away }) => !away).map(({ person }) => person.id),
                [],
              )
            }
          >
            {open.length === invited.length ? 'All were there' : 'The others were there'}
          </Button>
        )
      }
    >
      <RefusalNote refusal={refusal} />
      {invited.length === 0 && <p className="occurrence__none">Nobody is invited yet.</p>}
      <ul className="invited" aria-label="Invited">
        {invited.map((one) => (
          <li key={one.person.id} className="invited__one" data-away={one.away || undefined}>
            <Avatar name={one.person.name} size="sm" decorative />
            <span className="invited__name">{one.person.name}</span>
            {recording ? (
              <Attended one={one} pending={pending} onRecord={record} />
            ) : (
              <span className="invited__state">{stateWords(one, begun)}</span>
            )}
          </li>
        ))}
      </ul>
    </OccurrencePart>
  );
}

type AttendedProps = { one: One; pending: boolean; onRecord: (there: string[], missed: string[]) => void };

function Attended({ one: { person, attended, away }, pending, onRecord }: AttendedProps) {
  return (
    <fieldset className="invited__record" aria-label={`Was ${person.name} there?`}>
      {away && attended === null && <span className="invited__state">away</span>}
      <Button
        size="sm"
        variant="ghost"
        aria-pressed={attended === true}
        aria-label={`${person.name} was there`}
        pending={pending}
        onClick={() => onRecord([person.id], [])}
      >
        There
      </Button>
      <Button
        size="sm"
        variant="ghost"
        aria-pressed={attended === false}
        aria-label={`${person.name} was not there`}
        pending={pending}
        onClick={() => onRecord([], [person.id])}
      >
        Not
      </Button>
    </fieldset>
  );
}

function stateWords({ away, answer, attended }: One, begun: boolean): string {
  if (attended !== null) return attended ? 'was there' : 'was not there';
  if (away) return begun ? 'was away' : 'away';
  if (answer === null) return '';
  return answer === 'COMING' ? 'coming' : 'not coming';
}
