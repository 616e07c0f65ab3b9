import { useId } from 'react';
import { Link } from 'react-router';
import type { ScenarioFactsFragment } from '../../../generated/graphql';
import { useViewer } from '../../../platform/session/session-provider';
import { Moment, plural } from '../../impediments/public';
import { ScenarioStateBadge } from './scenario-state-badge';
import { isBehind, scenarioAddress } from './scenario-words';
import './scenario-lines.css';

export type ScenarioLinesProps = { title: string; scenarios: readonly ScenarioFactsFragment[] };

/** Scenarios below each other: whose they are, how far they go, and whether the order went on without them. */
export function ScenarioLines({ title, scenarios }: ScenarioLinesProps) {
  const id = useId();
  return (
    <section className="scenario-lines" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {scenarios.map((scenario) => (
          <ScenarioLine key={scenario.id} scenario={scenario} />
        ))}
      </ul>
    </section>
  );
}

function ScenarioLine({ scenario }: { scenario: ScenarioFactsFragment }) {
  const { person } = useViewer();
  const { id, name, note, state, owner, moveCount, behindBy, decision, publishedAt, updatedAt } = scenario;
  return (
    <li className="scenario-line">
      <div className="scenario-line__head">
        <Link className="scenario-line__name" to={scenarioAddress(id)} data-line={id}>
          {name}
        </Link>
        <ScenarioStateBadge state={state} />
        <span>{owner.id === person.id ? 'yours' : owner.name}</span>
        <span>{plural(moveCount, 'move')}</span>
        {isBehind(scenario) && (
          <span className="scenario-line__behind">the order is {plural(behindBy, 'move')} ahead</span>
        )}
        <span>
          {publishedAt === null ? (
            <>
              changed <Moment at={updatedAt} />
            </>
          ) : (
            <>
              published <Moment at={publishedAt} />
            </>
          )}
        </span>
        {decision && <Link to={`/decisions/${decision.key}`}>{decision.key}</Link>}
      </div>
      {note !== '' && <p className="scenario-line__note">{note}</p>}
    </li>
  );
}
