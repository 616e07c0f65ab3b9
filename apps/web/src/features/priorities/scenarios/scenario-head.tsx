import { Link } from 'react-router';
import type { ScenarioFactsFragment } from '../../../generated/graphql';
import { useViewer } from '../../../platform/session/session-provider';
import { Moment, plural } from '../../impediments/public';
import { ScenarioStateBadge } from './scenario-state-badge';

/** Whose it is, what it is for and how far it goes, in one quiet line. */
export function ScenarioHead({ scenario }: { scenario: ScenarioFactsFragment }) {
  const { person } = useViewer();
  const { note, state, owner, moveCount, createdAt, publishedAt, decision } = scenario;
  return (
    <div className="scenario__head">
      <p className="scenario__facts">
        <ScenarioStateBadge state={state} />
        <span>{owner.id === person.id ? 'yours' : `of ${owner.name}`}</span>
        <span>{plural(moveCount, 'move')}</span>
        <span>
          copied from the order <Moment at={createdAt} />
        </span>
        {publishedAt !== null && (
          <span>
            published <Moment at={publishedAt} />
          </span>
        )}
        {decision && (
          <span>
            decided in <Link to={`/decisions/${decision.key}`}>{decision.key}</Link>
          </span>
        )}
      </p>
      {note !== '' && <p className="scenario__note">{note}</p>}
    </div>
  );
}
