import { classNames } from '@chapterhouse/ui/class-names';
import type { Ref } from 'react';
import { Link, useLocation } from 'react-router';
import type { DependencyFactsFragment } from '../../../generated/graphql';
import { Moment } from '../../impediments/public';
import { DependencyConflicts } from './dependency-conflicts';
import { DependencySides } from './dependency-sides';
import { DependencyStateBadge } from './dependency-state-badge';
import { whenWords } from './dependency-words';
import { useDayWords } from './use-day-words';
import { useWaiting } from './use-waiting';
import './dependency-lines.css';

export const dependencyAddress = (key: string): string => `/dependencies/${key}`;

export type DependencyLinesProps = {
  label: string;
  dependencies: readonly DependencyFactsFragment[];
  /** Shown while others are looked for. */
  stale?: boolean;
  ref?: Ref<HTMLUListElement>;
};

/** Dependencies below each other: both sides, what is agreed, whose turn it is, and what is wrong. */
export function DependencyLines({ label, dependencies, stale = false, ref }: DependencyLinesProps) {
  return (
    <ul ref={ref} className={classNames('dependencies', stale && 'dependencies--stale')} aria-label={label}>
      {dependencies.map((dependency) => (
        <DependencyLine key={dependency.id} dependency={dependency} />
      ))}
    </ul>
  );
}

function DependencyLine({ dependency }: { dependency: DependencyFactsFragment }) {
  const { id, key, state, words, conflictWords } = dependency;
  const { pathname, search } = useLocation();
  const day = useDayWords();
  return (
    <li className="dependency-line">
      <div className="dependency-line__head">
        <DependencyStateBadge state={state} />
        <Link
          className="dependency-line__key"
          to={dependencyAddress(key)}
          state={{ from: pathname + search }}
          data-line={id}
        >
          {key}
        </Link>
        <span className="dependency-line__when">{whenWords(dependency, day)}</span>
        <WaitsFor dependency={dependency} />
      </div>
      <p className="dependency-line__words">{words}</p>
      <DependencySides dependency={dependency} />
      <DependencyConflicts words={conflictWords} />
    </li>
  );
}

/** Whose turn it is and until when; nothing where nobody is waited for. */
export function WaitsFor({ dependency }: { dependency: DependencyFactsFragment }) {
  const { mine, who } = useWaiting(dependency);
  const { answerDueAt, overdue } = dependency;
  if (who === null) return null;
  return (
    <span className={classNames('dependency-line__waits', (mine || overdue) && 'dependency-line__waits--now')}>
      {mine ? 'waits for you' : `waits for ${who}`}
      {answerDueAt !== null && (
        <>
          , {overdue ? 'was due' : 'due'} <Moment at={answerDueAt} />
        </>
      )}
    </span>
  );
}
