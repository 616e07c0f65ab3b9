import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { CircleSlash2 } from 'lucide-react';
import './item-marks.css';

export type ItemBlockedMarkProps = {
  blocked: boolean;
  /** Where there is little room: the mark alone. */ short?: boolean;
};

/** An impediment or a dependency stands in its way; nothing where none does. */
export function ItemBlockedMark({ blocked, short = false }: ItemBlockedMarkProps) {
  if (!blocked) return null;
  return (
    <span className="item-blocked" title="An impediment or a dependency stands in its way">
      <CircleSlash2 aria-hidden /> {short ? <VisuallyHidden>Blocked</VisuallyHidden> : 'Blocked'}
    </span>
  );
}
