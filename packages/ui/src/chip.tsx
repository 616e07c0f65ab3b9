import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import './chip.css';

export type ChipProps = {
  children: ReactNode;
  /** What is removed, in words, when `children` is not plain text. */
  name?: string;
  onRemove?: () => void;
};

/** A chosen thing: a filter, a team. With `onRemove` it can be taken away, by Backspace and Delete too. */
export function Chip({ children, name, onRemove }: ChipProps) {
  const words = name ?? (typeof children === 'string' ? children : '');
  return (
    <span className="ch-chip">
      <span className="ch-chip__text">{children}</span>
      {onRemove && (
        <button
          type="button"
          className="ch-chip__remove"
          aria-label={`Remove ${words}`}
          onClick={onRemove}
          onKeyDown={(event) => {
            if (event.key !== 'Backspace' && event.key !== 'Delete') return;
            event.preventDefault();
            onRemove();
          }}
        >
          <X aria-hidden />
        </button>
      )}
    </span>
  );
}
