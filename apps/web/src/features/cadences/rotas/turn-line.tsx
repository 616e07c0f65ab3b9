import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { ArrowLeftRight, Ellipsis, RotateCcw, SkipForward } from 'lucide-react';
import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { shortWeekdayOf } from '../meeting-times';
import { turnWords } from '../meeting-words';
import { SwapDialog } from './swap-dialog';
import { pairsOf } from './turn-names';
import type { ShownRota } from './turns';
import { useTurnActs } from './use-turn-acts';
import '../meeting-link.css';

type Turn = ShownRota['turns'][number];
type TurnPerson = Turn['people'][number];
export type TurnLineProps = { rota: ShownRota; turn: Turn; isNow: boolean };

/** One turn: whose it is, why, and what they can do about it. */
export function TurnLine({ rota, turn, isNow }: TurnLineProps) {
  const today = useToday();
  const { person: viewer } = useViewer();
  const [swapping, setSwapping] = useState<TurnPerson | null>(null);
  const { skip, restore } = useTurnActs(rota);
  const { on, people, past, note, occurrence } = turn;
  const changed = people.some(({ reason }) => reason === 'SKIPPED_TO' || reason === 'SWAPPED');
  // Everybody is in a mob, and pairs follow from one another: there is nothing to pass on.
  const passable = rota.purpose === 'FACILITATION' || rota.purpose === 'CODE_REVIEW';
  const mayChange = (one: TurnPerson) => can(rota, 'rota:skip') || one.person.id === viewer.id;
  const words = dayWords(on, today);
  const day = `${shortWeekdayOf(on)}, ${words}`;
  // Its month stands above.
  const shown = (
    <time dateTime={on}>
      {shortWeekdayOf(on)} {Number(on.slice(8))}
      <VisuallyHidden>{words.slice(words.indexOf(' '))}</VisuallyHidden>
    </time>
  );
  return (
    <li className="turns__one" data-past={past || undefined} data-now={isNow || undefined}>
      <span className="turns__day">
        {occurrence ? (
          <Link className="meeting-link" to={`/calendar/${encodeURIComponent(occurrence.id)}/page`}>
            {shown}
          </Link>
        ) : (
          shown
        )}
      </span>
      <span className="turns__people">
        {groupsOf(rota, people).map((group) => (
          <span key={group.map(({ person }) => person.id).join()} className="turns__group">
            {group.map((one, index) => (
              <Fragment key={one.person.id}>
                {index > 0 && ' and '}
                <Who one={one} isViewer={one.person.id === viewer.id} />
              </Fragment>
            ))}
          </span>
        ))}
        {people.length === 0 && <span className="occurrence__none">nobody is there</span>}
        {rota.purpose === 'MOB' && people.length > 0 && <span className="rota-lines__facts">at the keyboard</span>}
        {note !== null && note !== '' && <span className="rota-lines__facts">{note}</span>}
      </span>
      {!past && (passable || changed) && people.some(mayChange) && (
        <Menu
          align="end"
          trigger={<IconButton size="sm" label={`Turn of ${day}: actions`} icon={<Ellipsis aria-hidden />} />}
        >
          {passable &&
            people.filter(mayChange).map((one) => (
              <Fragment key={one.person.id}>
                <MenuItem
                  icon={<SkipForward aria-hidden />}
                  hint="The next one in line takes it; this one has a turn sooner later."
                  onSelect={() => void skip(on, one.person)}
                >
                  {one.person.id === viewer.id ? 'Pass my turn on' : `Pass ${one.person.name}’s turn on`}
                </MenuItem>
                <MenuItem icon={<ArrowLeftRight aria-hidden />} onSelect={() => setSwapping(one)}>
                  {one.person.id === viewer.id ? 'Swap my turn…' : `Swap ${one.person.name}’s turn…`}
                </MenuItem>
              </Fragment>
            ))}
          {changed && (
            <MenuItem icon={<RotateCcw aria-hidden />} onSelect={() => void restore(on)}>
              As it was before it was passed on or swapped
            </MenuItem>
          )}
        </Menu>
      )}
      {swapping && <SwapDialog rota={rota} turn={turn} one={swapping} onClose={() => setSwapping(null)} />}
    </li>
  );
}

function groupsOf({ purpose }: ShownRota, people: readonly TurnPerson[]): TurnPerson[][] {
  if (purpose === 'PAIRING') return pairsOf(people);
  return (purpose === 'MOB' ? people.slice(0, 1) : people).map((one) => [one]);
}

function Who({ one: { person, reason, insteadOf }, isViewer }: { one: TurnPerson; isViewer: boolean }) {
  const why = turnWords(reason, insteadOf?.name ?? null);
  return (
    <>
      <span data-me={isViewer || undefined}>{isViewer ? 'You' : person.name}</span>
      {why !== null && <span className="rota-lines__facts"> {why}</span>}
    </>
  );
}
