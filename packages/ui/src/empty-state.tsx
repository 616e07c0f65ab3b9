import type { ReactNode } from 'react';
import './empty-state.css';

export type EmptyStateProps = {
  icon?: ReactNode;
  title: string;
  /** What the screen is for. */
  children: ReactNode;
  /** The first step. */
  action?: ReactNode;
};

/** An empty screen says what it is for and offers the first step. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="ch-empty">
      {icon && (
        <div className="ch-empty__icon" aria-hidden>
          {icon}
        </div>
      )}
      <h2>{title}</h2>
      <div className="ch-empty__text">{children}</div>
      {action && <div className="ch-empty__actions">{action}</div>}
    </div>
  );
}
