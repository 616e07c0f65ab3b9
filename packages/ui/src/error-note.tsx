import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import './error-note.css';

export type ErrorNoteProps = {
  /** What happened, in one sentence. */
  title: string;
  /** What to do next. */
  next?: ReactNode;
  action?: ReactNode;
  /** `attention`: a warning that refuses nothing. */
  tone?: 'danger' | 'attention';
};

/** What went wrong and what to do next, at the place where it happened. */
export function ErrorNote({ title, next, action, tone = 'danger' }: ErrorNoteProps) {
  return (
    <div className={classNames('ch-note', `ch-note--${tone}`)} role={tone === 'danger' ? 'alert' : 'note'}>
      {tone === 'danger' ? <CircleAlert aria-hidden /> : <TriangleAlert aria-hidden />}
      <div>
        <p className="ch-note__title">{title}</p>
        {next && <div className="ch-note__next">{next}</div>}
        {action && <div className="ch-note__actions">{action}</div>}
      </div>
    </div>
  );
}
