import { buttonLook } from '@chapterhouse/ui/button';
import { Link } from 'react-router';
import type { ImportFieldsFragment } from '../../../generated/graphql';
import { useViewer } from '../../../platform/session/session-provider';
import { momentWords } from '../import-words';
import { ChangesList } from './changes-list';
import { CountsTable } from './counts-table';
import { changesAnything } from './outcome';
import { ImportedPlaybook } from './imported-playbook';
import { ProblemsList } from './problems-list';

/** What was done, what could not be, and where to look at it. */
export function Applied({ shown }: { shown: ImportFieldsFragment }) {
  const { timeZone } = useViewer().organization;
  const { kind: importKind, result, appliedAt, reportAddress } = shown;
  const ofDecisions = importKind === 'ADR' || importKind === 'KEP';
  const ofMeetings = importKind === 'CALENDAR';
  const ofJira = importKind === 'JIRA_JSON' || importKind === 'JIRA_CSV';
  const ofPlaybook = importKind === 'PLAYBOOK';
  if (!result) return null;
  const made = new Set(result.counts.filter(({ created, updated }) => created + updated > 0).map(({ kind }) => kind));
  return (
    <section className="import__part" aria-labelledby="applied-title">
      <div className="import__head">
        <h2 id="applied-title">{changesAnything(result) ? 'Done' : 'Done: nothing had to change'}</h2>
        <div className="import__links">
          {ofJira && (
            <Link className={buttonLook({ variant: 'primary' })} to="/backlog">
              See the backlog
            </Link>
          )}
          {ofJira && (
            <Link className={buttonLook()} to="/order">
              See the order
            </Link>
          )}
          {made.has('impediment') && (
            <Link className={buttonLook()} to="/impediments">
              See the board
            </Link>
          )}
          {made.has('impediment') && (
            <Link className={buttonLook()} to="/impediments/history">
              See the history
            </Link>
          )}
          {made.has('meeting') && (
            <Link className={buttonLook({ variant: ofMeetings ? 'primary' : 'secondary' })} to="/cadences">
              See the meetings
            </Link>
          )}
          {ofPlaybook && <ImportedPlaybook mapping={shown.mapping} />}
          {ofMeetings || ofPlaybook ? null : ofDecisions ? (
            <Link className={buttonLook({ variant: 'primary' })} to="/decisions">
              See the decisions
            </Link>
          ) : (
            <Link className={buttonLook(ofJira ? {} : { variant: 'primary' })} to="/organization">
              See the organization
            </Link>
          )}
        </div>
      </div>
      {appliedAt && <p className="import__calm">Applied on {momentWords(appliedAt, timeZone)}.</p>}
      <CountsTable counts={result.counts} tense="past" />
      <ProblemsList problems={result.problems} count={result.problemCount} reportAddress={reportAddress} />
      <ChangesList changes={result.changes} counts={result.counts} />
    </section>
  );
}
