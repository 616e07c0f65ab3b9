import type { ReactNode } from 'react';
import './empty-state.css';

export type EmptyStateProps = {
  icon?: ReactNode;
  title: string;
  /** 1 where the screen has no other heading. */
  level?: 1 | 2;
  /** What the screen is for. */
  children: ReactNode;
  /** The first step. */
  action?: ReactNode;
};

/** An empty screen says what it is for and offers the first step. */
export function EmptyState({ icon, title, level = 2, children, action }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className="ch-empty">
      {icon && (
        <div className="ch-empty__icon" aria-hidden>
          {icon}
        </div>
      )}
      <Heading className="ch-empty__title">{title}</Heading>
      <div className="ch-empty__text">{children}</div>
      {action && <div className="ch-empty__actions">{action}</div>}
    </div>
  );
}
