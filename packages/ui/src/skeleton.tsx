import { classNames } from './class-names';
import { VisuallyHidden } from './visually-hidden';
import './skeleton.css';

export type SkeletonProps = { lines?: number; shape?: 'text' | 'card'; label?: string };

/** Holds the place of what is loading, so that nothing jumps. */
export function Skeleton({ lines = 3, shape = 'text', label = 'Loading' }: SkeletonProps) {
  return (
    <output className={classNames('ch-skeleton', shape === 'card' && 'ch-skeleton--card')}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="ch-skeleton__line" />
      ))}
      <VisuallyHidden>{label}</VisuallyHidden>
    </output>
  );
}
