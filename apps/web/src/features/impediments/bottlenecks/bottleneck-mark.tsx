import { Tooltip } from '@chapterhouse/ui/tooltip';
import { Repeat2 } from 'lucide-react';
import { Link } from 'react-router';
import { costWords, type ShownMark } from './bottleneck-words';
import { markSize } from './mark-size';
import type { Place } from './mark-moves';

export type BottleneckMarkProps = {
  sourceName: string;
  mark: ShownMark;
  /** Of any mark. */
  most: number;
  to: string;
  place: Place;
  /** Where Tab comes to. */
  current: boolean;
};

/** What one source cost the teams of one area, as large as it is; opens the impediments that it is the sum of. */
export function BottleneckMark({ sourceName, mark, most, to, place, current }: BottleneckMarkProps) {
  const { area, recurring } = mark;
  const again = recurring ? '; recurring' : '';
  return (
    <Tooltip
      side="top"
      content={
        <span className="bottlenecks__told">
          <strong>
            {sourceName} · {area.name}
          </strong>
          <span>{costWords(mark)}</span>
          {recurring && (
            <span>
              <Repeat2 aria-hidden /> Recurring: of one category three times or more
            </span>
          )}
        </span>
      }
    >
      <Link
        className="bottlenecks__mark"
        to={to}
        aria-label={`${sourceName}, ${area.name}: ${costWords(mark)}${again}`}
        tabIndex={current ? 0 : -1}
        data-row={place.row}
        data-column={place.column}
      >
        <Disc days={mark.blockedTeamDays} most={most} recurring={recurring} />
      </Link>
    </Tooltip>
  );
}

/** Area for area as many days; what recurs has a ring. */
export function Disc({ days, most, recurring }: { days: number; most: number; recurring: boolean }) {
  const { radius, ring, holdsNumber } = markSize(days, most);
  return (
    <svg className="bottlenecks__disc" aria-hidden>
      <circle className="bottlenecks__days" cx="50%" cy="50%" r={`${radius}%`} />
      {recurring && <circle className="bottlenecks__ring" cx="50%" cy="50%" r={`${ring}%`} />}
      {holdsNumber ? (
        <text className="bottlenecks__number" x="50%" y="50%" dy="0.35em">
          {days.toLocaleString('en')}
        </text>
      ) : (
        <text
          className="bottlenecks__number"
          data-beside
          x="50%"
          y={`${50 + (recurring ? ring : radius)}%`}
          dy="1.05em"
        >
          {days.toLocaleString('en')}
        </text>
      )}
    </svg>
  );
}
