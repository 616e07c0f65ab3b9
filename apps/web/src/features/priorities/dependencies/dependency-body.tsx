import { Link } from 'react-router';
import type { DependencyRecordFragment } from '../../../generated/graphql';
import { ImpedimentStateBadge, Moment } from '../../impediments/public';
import { DependencyConflicts } from './dependency-conflicts';
import { WaitsFor } from './dependency-lines';
import { DependencySides } from './dependency-sides';
import { DependencyStateBadge } from './dependency-state-badge';
import { DependencySteps } from './dependency-steps';
import { useDayWords } from './use-day-words';
import './dependency-body.css';

/** What is needed and what was said to it first; how it came to that stands below. */
export function DependencyBody({ dependency }: { dependency: DependencyRecordFragment }) {
  const { state, words, neededBy, promisedFor, proposedFor, requestedBy, requestedAt, impediment } = dependency;
  const day = useDayWords();
  return (
    <div className="dependency">
      <p className="dependency__state">
        <DependencyStateBadge state={state} />
        <WaitsFor dependency={dependency} />
      </p>
      <p className="dependency__words">{words}</p>
      <DependencyConflicts words={dependency.conflictWords} />
      <div className="dependency__sides">
        <DependencySides dependency={dependency} />
      </div>
      <dl className="dependency__facts">
        <div>
          <dt>Needed by</dt>
          <dd>{day(neededBy)}</dd>
        </div>
        {promisedFor !== null && (
          <div>
            <dt>Committed for</dt>
            <dd>{day(promisedFor)}</dd>
          </div>
        )}
        {proposedFor !== null && state === 'COUNTERED' && (
          <div>
            <dt>Proposed instead</dt>
            <dd>{day(proposedFor)}</dd>
          </div>
        )}
        <div>
          <dt>Asked for by</dt>
          <dd>
            {requestedBy.name}, <Moment at={requestedAt} />
          </dd>
        </div>
        {impediment && (
          <div>
            <dt>Made an impediment</dt>
            <dd>
              <Link className="dependency__impediment" to={`/impediments/${impediment.key}`}>
                <ImpedimentStateBadge state={impediment.state} labelHidden />
                {impediment.key} {impediment.title}
              </Link>
            </dd>
          </div>
        )}
      </dl>
      <DependencySteps steps={dependency.steps} words={words} />
    </div>
  );
}
