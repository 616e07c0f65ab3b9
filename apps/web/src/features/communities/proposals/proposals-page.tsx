import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { StateBadge } from '@chapterhouse/ui/state-badge';
import { MessageSquarePlus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { momentWords } from '../../../platform/dates/day-words';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useViewer } from '../../../platform/session/session-provider';
import { artifactAddress } from '../artifacts/artifact-addresses';
import { PROPOSAL_WORDS } from '../artifacts/artifact-words';
import { useShownArtifact } from '../artifacts/shown-artifact';
import { useArtifactChanges } from '../artifacts/use-artifact-changes';
import { PROPOSALS } from './proposals.operations';
import './proposals.css';

/** Proposals at a time. */
const PAGE = 25;

/** `/artifacts/:key/proposals`: what readers would change, what waits for an answer first. */
export function ProposalsPage() {
  const artifact = useShownArtifact();
  const { timeZone } = useViewer().organization;
  const { data, error, loading, refetch, fetchMore } = useQuery(PROPOSALS, {
    variables: { key: artifact.key, first: PAGE },
    fetchPolicy: 'cache-and-network',
  });
  useArtifactChanges(artifact.id, refetch);
  const [more, setMore] = useState(false);
  if (!data && loading) return <Skeleton shape="card" lines={6} label="Loading the proposals" />;
  if (!data && error) return <ErrorNote title={shownRefusal(error).title} next={shownRefusal(error).next} />;
  const list = data?.artifact.proposals;
  const proposals = list?.edges.map(({ node }) => node) ?? [];
  const showMore = async () => {
    setMore(true);
    await fetchMore({ variables: { after: list?.pageInfo.endCursor ?? null } }).catch(() => {});
    setMore(false);
  };
  if (proposals.length === 0) {
    return (
      <EmptyState icon={<MessageSquarePlus />} title="Nobody has proposed a change yet.">
        <p>
          Whoever reads a page may propose another wording of it; members of the community take it over or say why not.
        </p>
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="proposals">
        {proposals.map(({ id, pagePath, why, by, at, state, conflicts }) => (
          <li key={id} className="proposals__line">
            <Link to={`${artifactAddress(artifact.key)}/proposals/${id}`}>{why}</Link>
            <StateBadge
              label={PROPOSAL_WORDS[state]}
              progress={state === 'TAKEN' ? 'full' : state === 'OPEN' ? 'quarter' : 'stopped'}
            />
            <span className="proposals__who">
              {by.name}, {momentWords(at, timeZone)}, {pagePath}
              {state === 'OPEN' && conflicts && '. The page changed in the same place since.'}
            </span>
          </li>
        ))}
      </ul>
      {list?.pageInfo.hasNextPage && (
        <p>
          <Button pending={more} onClick={() => void showMore()}>
            Show more
          </Button>
        </p>
      )}
    </>
  );
}
