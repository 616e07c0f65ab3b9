import type { BriefLineFragment } from '../../../generated/graphql';
import { useViewer } from '../../../platform/session/session-provider';
import { absoluteTime, dayOf } from '../impediment-times';
import { answeredBy, answerTitle } from './brief-words';
import './brief-answer.css';

/** What was answered, by whom and when, in their words; the day as a date, for it is looked up and printed later. */
export function BriefAnswer({ answer }: { answer: NonNullable<BriefLineFragment['answer']> }) {
  const { timeZone } = useViewer().organization;
  return (
    <div className="brief-answer" data-kind={answer.kind}>
      <p>
        <strong>{answerTitle(answer.kind)}</strong>
        <span className="brief-answer__by">
          {answeredBy(answer)},{' '}
          <time dateTime={answer.at} title={absoluteTime(answer.at, timeZone)}>
            {dayOf(answer.at, timeZone)}
          </time>
        </span>
      </p>
      <p className="brief-answer__words">{answer.words}</p>
    </div>
  );
}
