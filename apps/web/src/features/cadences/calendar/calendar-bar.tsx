import { CADENCE_KIND_TITLES } from '@chapterhouse/domain/cadences/cadence-kinds';
import { Button } from '@chapterhouse/ui/button';
import { Chip } from '@chapterhouse/ui/chip';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Popover } from '@chapterhouse/ui/popover';
import { Segments } from '@chapterhouse/ui/segments';
import { CalendarDays, ChevronLeft, ChevronRight, List, ListFilter } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { addDays } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { spanWords } from '../meeting-times';
import { placeKey, useMeetingPlaces } from '../use-meeting-places';
import type { CalendarView, Look, ShownDays } from './calendar-view';
import { MeetingFilter } from './meeting-filter';

export type CalendarBarProps = {
  view: CalendarView;
  days: ShownDays;
  onStep: (by: 1 | -1) => void;
  onToday: () => void;
  onChange: (part: Partial<CalendarView>) => void;
};

const LOOK_OPTIONS: readonly { value: Look; label: string; icon: ReactNode }[] = [
  { value: 'week', label: 'Week', icon: <CalendarDays aria-hidden /> },
  { value: 'list', label: 'List', icon: <List aria-hidden /> },
];
const WHOSE = [
  { value: 'mine', label: 'Mine' },
  { value: 'all', label: 'Everybody’s' },
] as const;

/** Which days and whose meetings; the address says the same. */
export function CalendarBar({ view, days, onStep, onToday, onChange }: CalendarBarProps) {
  const today = useToday();
  const [open, setOpen] = useState(false);
  const last = addDays(days.endsBefore, -1);
  const words = spanWords(days.from, last, today);
  const here = today >= days.from && today < days.endsBefore;
  useShortcut({ key: 'f', label: 'Filter by place or kind', run: () => setOpen(true) });
  return (
    <div className="agenda__bar">
      <div className="agenda__days">
        <IconButton
          label={view.look === 'week' ? 'The week before' : 'Earlier'}
          shortcut="["
          icon={<ChevronLeft aria-hidden />}
          onClick={() => onStep(-1)}
        />
        <IconButton
          label={view.look === 'week' ? 'The week after' : 'Later'}
          shortcut="]"
          icon={<ChevronRight aria-hidden />}
          onClick={() => onStep(1)}
        />
        <h2 aria-live="polite">{words}</h2>
        {!here && (
          <Button size="sm" variant="ghost" onClick={onToday}>
            Today
          </Button>
        )}
      </div>
      <div className="agenda__choices">
        {view.place === null && (
          <Segments
            label="Whose"
            value={view.all ? 'all' : 'mine'}
            onChange={(whose) => onChange({ all: whose === 'all' })}
            options={WHOSE}
          />
        )}
        <Popover
          label="Filter"
          align="end"
          open={open}
          onOpenChange={setOpen}
          trigger={
            <Button variant="ghost" icon={<ListFilter aria-hidden />}>
              Filter
            </Button>
          }
        >
          <MeetingFilter place={view.place} kinds={view.kinds} onChange={onChange} />
        </Popover>
        <Segments label="Look" value={view.look} onChange={(look) => onChange({ look })} options={LOOK_OPTIONS} />
      </div>
      <MeetingChips place={view.place} kinds={view.kinds} onChange={onChange} />
    </div>
  );
}

type Narrowed = Pick<CalendarView, 'place' | 'kinds'>;

/** What is narrowed to, one chip each. */
export function MeetingChips({ place, kinds, onChange }: Narrowed & { onChange: (part: Partial<Narrowed>) => void }) {
  const { places } = useMeetingPlaces();
  const name = place && places.find((one) => placeKey(one) === placeKey(place))?.name;
  if (place === null && kinds.length === 0) return null;
  return (
    <ul className="agenda__chips" aria-label="What is filtered">
      {place !== null && (
        <li>
          <Chip onRemove={() => onChange({ place: null })}>{name ?? 'A place'}</Chip>
        </li>
      )}
      {kinds.map((kind) => (
        <li key={kind}>
          <Chip onRemove={() => onChange({ kinds: kinds.filter((other) => other !== kind) })}>
            {CADENCE_KIND_TITLES[kind]}
          </Chip>
        </li>
      ))}
    </ul>
  );
}
