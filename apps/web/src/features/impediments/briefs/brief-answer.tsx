import type { BriefLineFragment } from '../../../generated/graphql';
import { Moment } from '../moment';
import { answeredBy, answerTitle } from './brief-words';
import './brief-answer.css';

/** What was answered, by whom and when, in their words. */
export function BriefAnswer({ answer }: { answer: NonNullable<BriefLineFragment['answer']> }) {
  return (
    <div className="brief-answer" data-kind={answer.kind}>
      <p>
        <strong>{answerTitle(answer.kind)}</strong>
        <span className="brief-answer__by">
          {answeredBy(answer)}, <Moment at={answer.at} />
        </span>
      </p>
      <p className="brief-answer__words">{answer.words}</p>
    </div>
  );
}
