import { useApolloClient } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { Link } from 'react-router';
import { useToday } from '../../../platform/dates/use-today';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { Moment } from '../../impediments/public';
import { MORE_DECISION_ACTIVITY } from './decision.operations';
import { activityActor, activityWords } from './activity-words';
import type { ShownDecision } from './decision-body';
import { FileDay } from './file-day';
import { Part } from './decision-words';

/** What happened to it, newest first, as sentences. */
export function DecisionActivity({ decision }: { decision: ShownDecision }) {
  const client = useApolloClient();
  const [loading, setLoading] = useState(false);
  const today = useToday();
  const { key, activity, importedFrom, supersededBy } = decision;
  if (activity.edges.length === 0) return null;
  const more = async () => {
    setLoading(true);
    try {
      const variables = { key, after: activity.pageInfo.endCursor ?? '' };
      await client.query({ query: MORE_DECISION_ACTIVITY, variables, fetchPolicy: 'network-only' });
    } catch (error) {
      const { title, next } = shownRefusal(error);
      notify({ tone: 'problem', title, detail: next });
    }
    setLoading(false);
  };
  return (
    <Part title="Activity">
      <ol className="decision-activity">
        {activity.edges.map(({ node }) => {
          const { words, key: other, quote } = activityWords(node, today, supersededBy?.key);
          const { name, source } = activityActor(node, importedFrom);
          return (
            <li key={node.id}>
              <p>
                <strong>{name}</strong> {words}
                {other !== null && (
                  <>
                    {' '}
                    <Link to={`/decisions/${other}`}>{other}</Link>
                  </>
                )}
                {source} · {source === '' ? <Moment at={node.at} /> : <FileDay at={node.at} />}
              </p>
              {quote !== null && <blockquote>{quote}</blockquote>}
            </li>
          );
        })}
      </ol>
      {activity.pageInfo.hasNextPage && (
        <Button size="sm" pending={loading} onClick={() => void more()}>
          Show what came before
        </Button>
      )}
    </Part>
  );
}
