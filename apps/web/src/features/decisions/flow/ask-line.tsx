import { Button } from '@chapterhouse/ui/button';
import { classNames } from '@chapterhouse/ui/class-names';
import type { DecisionAskFactsFragment } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import { Moment } from '../../impediments/public';
import { oneOf } from '../name-list';
import { ANSWER_TITLES } from './flow-words';

export type AskLineProps = {
  ask: DecisionAskFactsFragment;
  /** The decision is still proposed. */
  open: boolean;
  onAnswer?: (askId: string) => void;
};

/** One consent or advice: of whom, what they said or by when it is due. */
export function AskLine({ ask, open, onAnswer }: AskLineProps) {
  const { id, kind, ofWhom, people, dueAt, overdue, answer, words, answeredBy, answeredFor, answeredAt } = ask;
  // Advice is waited for until its time is over, consent until it is given.
  const isOver = overdue && kind === 'ADVICE';
  const dueWords = isOver ? 'its time ended' : overdue ? 'was due' : 'due';
  return (
    <div className="decision-ask">
      <p>{ofWhom}</p>
      {answer === null ? (
        <p className="decision-flow__quiet">
          {people.length > 0 ? oneOf(people) : 'Nobody answers for it now'}
          {open && (
            <span className={classNames('decision-ask__due', overdue && !isOver && 'decision-ask__due--over')}>
              {dueWords} <Moment at={dueAt} />
              {isOver && '; it can be decided without'}
            </span>
          )}
        </p>
      ) : (
        <>
          <p
            className={classNames('decision-ask__answer', answer === 'OBJECTED' && open && 'decision-ask__answer--no')}
          >
            {ANSWER_TITLES[answer]}
            {answeredBy !== null && (
              <span className="decision-flow__quiet">
                {' '}
                {answeredBy.name}
                {answeredFor !== null && answeredFor.id !== answeredBy.id && ` for ${answeredFor.name}`}
                {answeredAt !== null && (
                  <>
                    , <Moment at={answeredAt} />
                  </>
                )}
              </span>
            )}
          </p>
          {words !== '' && <blockquote className="decision-ask__words">{words}</blockquote>}
        </>
      )}
      {onAnswer && can(ask, 'decision:answer') && (
        <Button
          size="sm"
          variant={answer === null ? 'secondary' : 'ghost'}
          className="decision-ask__button"
          onClick={() => onAnswer(id)}
        >
          {answer === null ? 'Answer …' : 'Change the answer …'}
        </Button>
      )}
    </div>
  );
}
