import { BRIEF_STATE_TITLES } from '@chapterhouse/domain/impediments/brief-answer';
import { TOP_LEVEL } from '@chapterhouse/domain/impediments/impediment-ladder';
import { buttonLook } from '@chapterhouse/ui/button';
import { FileText } from 'lucide-react';
import { Link } from 'react-router';
import type { BriefLineFragment, ImpedimentDetailQuery } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import { dayWords } from '../impediment-times';
import { Moment } from '../moment';
import { BriefAnswer } from './brief-answer';
import { namesOf } from './brief-words';
import './impediment-briefs.css';

type Briefed = Pick<ImpedimentDetailQuery['impediment'], 'key' | 'level' | 'viewerCan' | 'briefs'>;

/** Whether the panel has anything to say of briefs: one was sent, or it is at the top without one. */
export function speaksOfBriefs({ level, briefs, ...impediment }: Briefed): boolean {
  return briefs.length > 0 || (level === TOP_LEVEL && can(impediment, 'impediment:send-brief'));
}

/** What was asked of the top level for it, and what was answered. */
export function ImpedimentBriefs({ impediment }: { impediment: Briefed }) {
  const { key, briefs } = impediment;
  const [last] = briefs;
  // What waits is not asked twice; who means it finds the way in the menu.
  const offers = can(impediment, 'impediment:send-brief') && last?.state !== 'WAITING';
  return (
    <div className="impediment-briefs">
      {!last && <p className="detail__quiet">It came here without one.</p>}
      {briefs.length > 0 && (
        <ol className="impediment-briefs__list">
          {briefs.map((brief) => (
            <Sent key={brief.id} brief={brief} />
          ))}
        </ol>
      )}
      {offers && (
        <Link className={buttonLook({ size: 'sm' })} to={`/impediments/${key}/brief`}>
          <FileText aria-hidden />
          {last ? 'Write a new one' : 'Write the brief'}
        </Link>
      )}
    </div>
  );
}

function Sent({ brief }: { brief: BriefLineFragment }) {
  const { id, state, overdue, answerBy, sentAt, sentBy, recipients, data, answer } = brief;
  return (
    <li className="impediment-briefs__one">
      <p>
        <Link className="impediment-briefs__ask" to={`/briefs/${id}`}>
          {data.ask}
        </Link>
      </p>
      <p className="detail__quiet">
        {sentBy.name} asked {namesOf(recipients)} <Moment at={sentAt} />
      </p>
      {answer ? (
        <BriefAnswer answer={answer} />
      ) : (
        <p className={overdue ? 'detail__overdue' : undefined}>
          {BRIEF_STATE_TITLES[state]}
          {state === 'WAITING' && (overdue ? `; it was needed by ${dayWords(answerBy)}` : ` by ${dayWords(answerBy)}`)}
        </p>
      )}
    </li>
  );
}
