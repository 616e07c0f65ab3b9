import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { StateBadge } from '@chapterhouse/ui/state-badge';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { momentWords } from '../../../platform/dates/day-words';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { artifactAddress, draftAddress } from '../artifacts/artifact-addresses';
import { BESIDE, PROPOSAL_WORDS } from '../artifacts/artifact-words';
import { useShownArtifact } from '../artifacts/shown-artifact';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { useArtifactChanges } from '../artifacts/use-artifact-changes';
import { PageDiff } from '../versions/page-diff';
import { AnswerDialog, type ProposalAnswer } from './answer-dialog';
import { PROPOSAL, WITHDRAW_PROPOSAL } from './proposals.operations';
import './proposals.css';

/** `/artifacts/:key/proposals/:id`: another wording of a page, why, and what became of it. */
export function ProposalPage() {
  const artifact = useShownArtifact();
  const { id = '' } = useParams();
  const { timeZone } = useViewer().organization;
  const [answering, setAnswering] = useState<ProposalAnswer | null>(null);
  const { data, error, loading, refetch } = useQuery(PROPOSAL, { variables: { id }, fetchPolicy: 'cache-and-network' });
  useArtifactChanges(artifact.id, refetch);
  const withdraw = useShownAct(WITHDRAW_PROPOSAL);
  const proposal = data?.changeProposal;
  if (!proposal && loading) return <Skeleton shape="card" lines={8} label="Loading the proposal" />;
  if (!proposal) {
    return (
      <ErrorNote
        title={
          error && shownRefusal(error).code !== 'NOT_FOUND' ? shownRefusal(error).title : 'There is no such proposal.'
        }
        next={<Link to={`${artifactAddress(artifact.key)}/proposals`}>Show all proposals</Link>}
      />
    );
  }
  const { version, state, by, at, why, pagePath, diff, conflicts, answer, answeredBy } = proposal;
  const takeBack = async () => {
    if ((await withdraw.act({ id, version, idempotencyKey: withdraw.key() })) === null) return;
    notify({ title: 'Your proposal is withdrawn.' });
  };
  return (
    <div className="proposal">
      <p className="proposals__who">
        <Link to={`${artifactAddress(artifact.key)}/proposals`}>All proposals</Link> · {by.name},{' '}
        {momentWords(at, timeZone)}
      </p>
      <StateBadge
        label={PROPOSAL_WORDS[state]}
        progress={state === 'TAKEN' ? 'full' : state === 'OPEN' ? 'quarter' : 'stopped'}
      />
      <MarkdownText text={why} />
      {answeredBy && (
        <blockquote className="proposal__answer">
          <p className="proposals__who">{answeredBy.name} answered</p>
          {answer === null || answer === '' ? PROPOSAL_WORDS[state] : <MarkdownText text={answer} />}
        </blockquote>
      )}
      {state === 'OPEN' && conflicts && (
        <ErrorNote
          tone="attention"
          title="The page changed in the same place since."
          next={
            <>
              Take it over by hand: open{' '}
              <Link to={draftAddress(artifact.key, pagePath === BESIDE[artifact.kind] ? '' : pagePath)}>the draft</Link>
              , write it in, then say so here.
            </>
          }
        />
      )}
      <div className="proposal__ways">
        {can(proposal, 'proposal:answer') && state === 'OPEN' && (
          <>
            <Button variant="primary" onClick={() => setAnswering(conflicts ? 'WRITTEN_IN' : 'TAKE')}>
              {conflicts ? 'I have written it in' : 'Take it over'}
            </Button>
            <Button onClick={() => setAnswering('DECLINE')}>Decline</Button>
          </>
        )}
        {can(proposal, 'proposal:withdraw') && state === 'OPEN' && (
          <Button variant="ghost" pending={withdraw.pending} onClick={() => void takeBack()}>
            Withdraw
          </Button>
        )}
      </div>
      <RefusalNote refusal={withdraw.refusal} />
      <PageDiff diff={diff} />
      {answering !== null && <AnswerDialog proposal={proposal} as={answering} onClose={() => setAnswering(null)} />}
    </div>
  );
}
