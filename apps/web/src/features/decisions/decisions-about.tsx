import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Plus } from 'lucide-react';
import { Link } from 'react-router';
import { RefusalNote } from '../../platform/refusals/refusal-note';
import { shownRefusal } from '../../platform/refusals/shown-refusal';
import { FollowDecisions } from './export/follow-decisions';
import { DecisionLines } from './decision-lines';
import { DECISIONS } from './decisions.operations';
import { type ProposalBegun, setProposing } from './propose/propose-state';
import { useDecisionChanges } from './use-decision-changes';
import './decisions-about.css';

/** At most so many stand on the page of something else. */
const SHOWN = 5;

export type DecisionsAboutProps = {
  /** What they touch, or who takes part in them. */
  of: { touchesId: string } | { personId: string };
  /** When there are none. */
  none: string;
  /** What a decision that is proposed here is about; without it none is proposed here. */
  begun?: ProposalBegun;
  /** Of a team: its decisions can be followed from here. */
  feedOf?: string;
};

/** Part of the page of something else: what was decided about it, the latest first. */
export function DecisionsAbout({ of, none, begun, feedOf }: DecisionsAboutProps) {
  const { data, error, refetch } = useQuery(DECISIONS, {
    variables: { first: SHOWN, filter: of, order: 'NEWEST' },
    fetchPolicy: 'cache-and-network',
  });
  useDecisionChanges(data !== undefined, refetch);
  if (!data) {
    if (!error) return <Skeleton lines={2} label="Loading the decisions" />;
    return (
      <RefusalNote
        refusal={shownRefusal(error)}
        action={
          <Button size="sm" onClick={() => void refetch().catch(() => {})}>
            Try again
          </Button>
        }
      />
    );
  }
  const { edges, totalCount } = data.decisions;
  return (
    <div className="decisions-about">
      {edges.length === 0 && <p className="decisions-about__none">{none}</p>}
      {edges.length > 0 && <DecisionLines decisions={edges.map(({ node }) => node.decision)} />}
      {totalCount > edges.length && (
        <Link to={`/decisions?${new URLSearchParams(of)}`}>All {totalCount.toLocaleString('en')} decisions</Link>
      )}
      {begun && (
        <Button variant="ghost" size="sm" icon={<Plus aria-hidden />} onClick={() => setProposing(begun)}>
          Propose a decision
        </Button>
      )}
      {feedOf !== undefined && <FollowDecisions teamId={feedOf} />}
    </div>
  );
}
