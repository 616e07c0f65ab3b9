import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { Hand } from 'lucide-react';
import { plural } from '../../impediments/public';
import { ItemLink } from '../item/item-link';
import type { Comparison } from './publish-words';
import { ShiftMark } from './shift-mark';

type Shift = Comparison['rises'][number];

export type ShiftsProps = {
  shifts: readonly Shift[];
  /** All of them, of which the first ones are here. */
  count: number;
  none: string;
};

/** Items that change place: those that were moved first, then those that were pushed farthest. */
export function Shifts({ shifts, count, none }: ShiftsProps) {
  if (shifts.length === 0) return <p className="compare__quiet">{none}</p>;
  return (
    <>
      <ol className="compare-shifts">
        {shifts.map(({ item, from, to, chosen }) => (
          <li key={item.id}>
            <ShiftMark from={from} to={to} aside={!chosen} />
            <span className="compare-shifts__item">
              <ItemLink item={item} />
              {item.area && <span className="compare__quiet">{item.area.name}</span>}
            </span>
            <span className="compare-shifts__way">
              {from.toLocaleString('en')} → {to.toLocaleString('en')}
              {chosen && (
                <span title="Moved by hand">
                  <Hand aria-hidden />
                  <VisuallyHidden>, moved by hand</VisuallyHidden>
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {count > shifts.length && (
        <p className="compare__quiet">and {plural(count - shifts.length, 'item')} that moved less.</p>
      )}
    </>
  );
}
