import { Button } from '@chapterhouse/ui/button';
import { useState } from 'react';
import type { ImpedimentDetailQuery } from '../../../generated/graphql';
import { Moment } from '../moment';
import { type ActivityFacts, type ActivitySentence, activitySentence, isTold } from './activity-sentence';

export type ActivityProps = {
  activity: ImpedimentDetailQuery['impediment']['activity'];
  onMore: () => Promise<void>;
  /** How what happened reads, where it is no impediment that it happened to. */
  tell?: (entry: ActivityFacts) => ActivitySentence;
};

/** What happened, newest first, as sentences. */
export function Activity({ activity, onMore, tell = activitySentence }: ActivityProps) {
  const [loading, setLoading] = useState(false);
  const more = async () => {
    setLoading(true);
    await onMore();
    setLoading(false);
  };
  return (
    <>
      <ol className="activity">
        {activity.edges
          .filter(({ node }) => isTold(node))
          .map(({ node }) => {
            const { words, quote } = tell(node);
            return (
              <li key={node.id} className="activity__one">
                <p>
                  <strong>{node.actor?.name ?? 'Chapterhouse'}</strong> {words} · <Moment at={node.at} />
                </p>
                {quote !== null && <blockquote className="activity__quote">{quote}</blockquote>}
              </li>
            );
          })}
      </ol>
      {activity.pageInfo.hasNextPage && (
        <Button size="sm" pending={loading} onClick={() => void more()}>
          Show what came before
        </Button>
      )}
    </>
  );
}
