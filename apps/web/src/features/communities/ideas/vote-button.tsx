import { Button } from '@chapterhouse/ui/button';
import { ThumbsUp } from 'lucide-react';
import type { IdeaLineFragment } from '../../../generated/graphql';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useAct } from '../../../platform/refusals/use-act';
import { can } from '../../../platform/session/can';
import { plural } from '../../impediments/public';
import { VOTE_FOR_IDEA } from './ideas.operations';

/** One vote each, taken back by the same button. */
export function VoteButton({ idea }: { idea: IdeaLineFragment }) {
  const { id, title, votes, viewerVoted } = idea;
  const { act, refusal } = useAct(VOTE_FOR_IDEA, {
    optimisticResponse: {
      __typename: 'Mutation',
      idea: { __typename: 'Idea', id, viewerVoted: !viewerVoted, votes: votes + (viewerVoted ? -1 : 1) },
    },
  });
  const { key, renew } = useIdempotencyKey();
  const vote = async () => {
    await act({ id, vote: !viewerVoted, idempotencyKey: key() });
    renew();
  };
  if (!can(idea, 'idea:vote')) return <span className="idea__votes">{plural(votes, 'vote')}</span>;
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        className="idea__vote"
        icon={<ThumbsUp aria-hidden />}
        aria-pressed={viewerVoted}
        aria-label={`Vote for “${title}”, ${votes} so far`}
        onClick={() => void vote()}
      >
        {votes}
      </Button>
      <RefusalNote refusal={refusal} />
    </>
  );
}
