import { Button, buttonLook } from '@chapterhouse/ui/button';
import { ChevronDown, ChevronRight, FileText } from 'lucide-react';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { BriefFactsFragment } from '../../../generated/graphql';
import { useDraftWaits } from '../../../platform/drafts/use-draft-waits';
import { useToday } from '../../../platform/dates/use-today';
import { daysBetween } from '../../../platform/dates/day-words';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { dayWords } from '../impediment-times';
import { Moment } from '../moment';
import { AnswerForm, answerPlace } from './answer-form';
import { BriefData, BriefFigures } from './brief-data';
import { BriefDownloads } from './brief-downloads';
import { whoAsksWhom } from './brief-words';
import './asked-brief.css';

export type AskedBriefProps = {
  brief: BriefFactsFragment;
  onAnswered: () => void;
};

/** One decision that is asked for: the question, what it is about in three numbers, the data behind them, the answer. */
export function AskedBrief({ brief, onAnswered }: AskedBriefProps) {
  const { id, data, sentAt, impediment } = brief;
  const { person } = useViewer();
  const heading = useId();
  const [shown, setShown] = useState(false);
  const begun = useDraftWaits(answerPlace(id));
  const [answering, setAnswering] = useState(begun);
  return (
    <article className="asked-brief" id={data.impediment.key} tabIndex={-1} aria-labelledby={heading}>
      <header className="asked-brief__head">
        <h2 id={heading}>{data.impediment.title}</h2>
        <p className="asked-brief__about">
          {whoAsksWhom(brief, person.id)}, <Moment at={sentAt} /> · <Due brief={brief} /> ·{' '}
          <Link to={`/impediments/${impediment.key}`} state={{ from: '/asked-of-me' }}>
            {impediment.key}
          </Link>
        </p>
      </header>
      <p className="asked-brief__ask">{data.ask}</p>
      <section className="asked-brief__proposal" aria-label="Proposed change">
        <h3>Proposed change</h3>
        <p>{data.proposal}</p>
      </section>
      {!shown && <BriefFigures data={data} />}
      {shown && (
        <div id={`${heading}-data`} className="asked-brief__data">
          <BriefData data={data} />
        </div>
      )}
      <div className="asked-brief__actions">
        {can(brief, 'brief:answer') && !answering && (
          <Button variant="primary" onClick={() => setAnswering(true)}>
            Answer …
          </Button>
        )}
        <Button
          variant="ghost"
          icon={shown ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          aria-expanded={shown}
          aria-controls={shown ? `${heading}-data` : undefined}
          onClick={() => setShown(!shown)}
        >
          All data
        </Button>
        <BriefDownloads brief={brief} />
        <Link className={buttonLook({ variant: 'ghost' })} to={`/briefs/${id}`}>
          <FileText aria-hidden />
          As a page
        </Link>
      </div>
      {answering && <AnswerForm brief={brief} onClose={() => setAnswering(false)} onAnswered={onAnswered} />}
    </article>
  );
}

/** "needed by 3 Dec 2026, in 4 days" */
function Due({ brief: { answerBy, overdue } }: Pick<AskedBriefProps, 'brief'>) {
  const days = daysBetween(useToday(), answerBy);
  const when = new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(days, 'day');
  return (
    <span className={overdue ? 'asked-brief__due asked-brief__due--over' : 'asked-brief__due'}>
      {overdue ? 'was needed' : 'needed'} by {dayWords(answerBy)}, {when}
    </span>
  );
}
