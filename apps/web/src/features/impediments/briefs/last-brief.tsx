import { Link } from 'react-router';
import type { BriefLineFragment } from '../../../generated/graphql';
import { Moment } from '../moment';
import { BriefAnswer } from './brief-answer';
import { namesOf } from './brief-words';

/** What was sent before: what a new one does to it, or what it lacked. */
export function LastBrief({ brief }: { brief: BriefLineFragment }) {
  const { id, state, sentAt, recipients, answer } = brief;
  const link = (
    <Link to={`/briefs/${id}`}>
      The last brief, sent <Moment at={sentAt} /> to {namesOf(recipients)}
    </Link>
  );
  return (
    <div className="write-brief__last" role="note" aria-label="The last brief">
      {state === 'WAITING' ? <p>{link}, still waits for an answer; a new one replaces it.</p> : <p>{link}.</p>}
      {answer && <BriefAnswer answer={answer} />}
    </div>
  );
}
