import type { ReactNode } from 'react';
import './visually-hidden.css';

/** Words for screen readers only. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="ch-visually-hidden">{children}</span>;
}
