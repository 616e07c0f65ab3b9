import { classNames } from './class-names';
import { VisuallyHidden } from './visually-hidden';
import './state-badge.css';

export type StateBadgeProps = {
  label: string;
  /** How far along, drawn as a filled part of a ring; `stopped` is a crossed ring. */
  progress: 'none' | 'quarter' | 'half' | 'most' | 'full' | 'stopped';
  /** Colour only where a person must act (`attention`, `danger`) or does (`active`). */
  tone?: 'quiet' | 'active' | 'attention' | 'danger';
  /** Only the ring is drawn; the label goes to screen readers and the tooltip. */
  labelHidden?: boolean;
};

const FILLED = { none: 0, quarter: 25, half: 50, most: 75, full: 100, stopped: 0 };

/** A state, told by shape first and by colour last. */
export function StateBadge({ label, progress, tone = 'quiet', labelHidden = false }: StateBadgeProps) {
  return (
    <span className={classNames('ch-state', `ch-state--${tone}`)} title={labelHidden ? label : undefined}>
      <svg viewBox="0 0 14 14" fill="none" stroke="currentColor" aria-hidden>
        <circle
          cx="7"
          cy="7"
          r="6"
          strokeWidth="1.5"
          {...(progress === 'none' ? { strokeDasharray: '2.2 1.57' } : {})}
        />
        {FILLED[progress] > 0 && (
          <circle
            cx="7"
            cy="7"
            r="2"
            strokeWidth="4"
            pathLength="100"
            strokeDasharray={`${FILLED[progress]} 100`}
            transform="rotate(-90 7 7)"
          />
        )}
        {progress === 'stopped' && (
          <path d="M4.75 4.75l4.5 4.5M9.25 4.75l-4.5 4.5" strokeWidth="1.5" strokeLinecap="round" />
        )}
      </svg>
      {labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
    </span>
  );
}
