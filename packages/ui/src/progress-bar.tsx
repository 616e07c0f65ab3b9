import { useId } from 'react';
import './progress-bar.css';

export type ProgressBarProps = {
  label: string;
  done: number;
  /** 0: not known yet. */
  total: number;
};

/** Work that takes a while: how much is done of how much. */
export function ProgressBar({ label, done, total }: ProgressBarProps) {
  const id = useId();
  return (
    <div className="ch-progress">
      <div className="ch-progress__words">
        <label htmlFor={id}>{label}</label>
        {total > 0 && (
          <span>
            {done.toLocaleString()} of {total.toLocaleString()}
          </span>
        )}
      </div>
      {total > 0 ? <progress id={id} value={done} max={total} /> : <progress id={id} />}
    </div>
  );
}
