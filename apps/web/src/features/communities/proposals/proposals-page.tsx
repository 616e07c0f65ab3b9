import { useQuery } from '@apollo/client/react';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { StateBadge } from '@chapterhouse/ui/state-badge';
import { MessageSquarePlus } from 'lucide-react';
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

/** `/artifacts/:key/proposals`: what readers would change. */
export function ProposalsPage() {
  const artifact = useShownArtifact();
  const { timeZone } = useViewer().organization;
  const { data, error, loading, refetch } = useQuery(PROPOSALS, {
    variables: { key: artifact.key },
    fetchPolicy: 'cache-and-network',
  });
  useArtifactChanges(artifact.id, refetch);
  if (!data && loading) return <Skeleton shape="card" lines={6} label="Loading the proposals" />;
  if (!data && error) return <ErrorNote title={shownRefusal(error).title} next={shownRefusal(error).next} />;
  const all = data?.artifact.proposals ?? [];
  // What waits for an answer first.
  const proposals = [...all.filter(({ state }) => state === 'OPEN'), ...all.filter(({ state }) => state !== 'OPEN')];
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
  );
}
