import { CircleSlash2 } from 'lucide-react';
import './item-marks.css';

/** An impediment or a dependency stands in its way; nothing where none does. */
export function ItemBlockedMark({ blocked }: { blocked: boolean }) {
  if (!blocked) return null;
  return (
    <span className="item-blocked" title="An impediment or a dependency stands in its way">
      <CircleSlash2 aria-hidden /> Blocked
    </span>
  );
}
