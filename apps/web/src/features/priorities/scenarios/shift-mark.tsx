import { VisuallyHidden } from '@chapterhouse/ui/visually-hidden';
import { ArrowDown, ArrowUp } from 'lucide-react';
import './shift-mark.css';

export type ShiftMarkProps = {
  from: number;
  to: number;
  /** Pushed aside by what was moved: nothing to look at. */
  aside?: boolean;
};

/** How far, and which way. */
export function ShiftMark({ from, to, aside = false }: ShiftMarkProps) {
  const up = to < from;
  return (
    <span className="shift-mark" data-way={aside ? undefined : up ? 'up' : 'down'}>
      {up ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
      {Math.abs(to - from).toLocaleString('en')}
      <VisuallyHidden>{up ? ' up' : ' down'}</VisuallyHidden>
    </span>
  );
}
