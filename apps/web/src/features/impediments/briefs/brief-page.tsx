import { useQuery } from '@apollo/client/react';
import { BRIEF_STATE_TITLES } from '@chapterhouse/domain/impediments/brief-answer';
import { Button } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Printer, Snowflake } from 'lucide-react';
import { Link, useParams } from 'react-router';
import type { BriefFactsFragment } from '../../../generated/graphql';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { absoluteTime, dayWords } from '../impediment-times';
import { useLiveImpediments } from '../live-board/use-live-impediments';
import { BriefDownloads } from './brief-downloads';
import { BriefSheet } from './brief-sheet';
import { namesOf } from './brief-words';
import { BRIEF_PAGE } from './briefs.operations';
import './brief-page.css';

/** `/briefs/:id`: a brief as it was sent, with its answer. */
export function BriefPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(BRIEF_PAGE, { variables: { id }, fetchPolicy: 'cache-and-network' });
  useLiveImpediments(data !== undefined, refetch);
  if (data) return <Sent key={id} brief={data.escalationBrief} />;
  return (
    <Page title="Escalation brief" width="narrow">
      {error ? (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      ) : (
        <Skeleton shape="card" lines={8} label="Loading the brief" />
      )}
    </Page>
  );
}

function Sent({ brief }: { brief: BriefFactsFragment }) {
  const { data, answer, impediment } = brief;
  return (
    <Page
      title={`Brief of ${data.impediment.key}`}
      width="narrow"
      subtitle={
        <Link className="brief__of" to={`/impediments/${impediment.key}`}>
          {data.impediment.title}
        </Link>
      }
      actions={
        <>
          <BriefDownloads brief={brief} />
          <Button variant="ghost" icon={<Printer aria-hidden />} className="brief__screen" onClick={() => print()}>
            Print
          </Button>
        </>
      }
    >
      <Frozen brief={brief} />
      <BriefSheet data={data} answer={answer} />
      <p className="brief__fingerprint">
        Fingerprint of what was sent: <span className="brief__hash">{brief.fingerprint}</span>
      </p>
    </Page>
  );
}

/** That nobody can change it any more, who sent it to whom, and how it stands. */
function Frozen({ brief }: { brief: BriefFactsFragment }) {
  const { sentAt, sentBy, recipients, state, overdue, answerBy, replacedById } = brief;
  const { timeZone } = useViewer().organization;
  return (
    <div className="brief__frozen" role="note" aria-label="How it stands">
      <Snowflake aria-hidden />
      <div>
        <p>
          Frozen when {sentBy.name} sent it to {namesOf(recipients)} on{' '}
          <time dateTime={sentAt}>{absoluteTime(sentAt, timeZone)}</time>: its words and numbers stay as they were.
        </p>
        <p className="brief__state" data-overdue={overdue || undefined}>
          {BRIEF_STATE_TITLES[state]}
          {state === 'WAITING' && (overdue ? `, was needed by ${dayWords(answerBy)}` : ` by ${dayWords(answerBy)}`)}
          {replacedById !== null && (
            <>
              {' · '}
              <Link to={`/briefs/${replacedById}`}>The newest one</Link>
            </>
          )}
          {can(brief, 'brief:answer') && (
            <>
              {' · '}
              <Link to={`/asked-of-me#${brief.data.impediment.key}`}>Answer it</Link>
            </>
          )}
        </p>
      </div>
    </div>
  );
}
