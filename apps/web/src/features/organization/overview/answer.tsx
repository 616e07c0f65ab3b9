import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { Link } from 'react-router';
import type { AnswerFragment } from '../../../generated/graphql';
import { can, type WithViewerCan } from '../../../platform/session/can';
import { useChosenDay } from '../dates/use-chosen-day';
import { useToday } from '../../../platform/dates/use-today';
import { useDialogs } from '../dialogs/use-dialogs';
import { answerNote } from './answer-words';
import './answer.css';

export type AnswerProps = { answer: AnswerFragment; place: WithViewerCan };

/** Who answers for one role in one place; a stand-in says for whom, a vacancy offers to end it. */
export function Answer({ answer, place }: AnswerProps) {
  const today = useToday();
  const note = answerNote(answer, today);
  return (
    <div className="answer">
      <dt className="answer__role">{ROLE_TITLES[answer.role]}</dt>
      <dd className="answer__words">
        {answer.holder ? (
          <Link className="answer__name" to={`/people/${answer.holder.id}`}>
            {answer.holder.name}
          </Link>
        ) : (
          <Vacancy answer={answer} place={place} />
        )}
        {note && <span className="answer__note">{note}</span>}
      </dd>
    </div>
  );
}

function Vacancy({ answer: { role, scope, primary }, place }: AnswerProps) {
  const show = useDialogs();
  const { on, today } = useChosenDay();
  const words = <span className="answer__vacant">Vacant</span>;
  // What was vacant in the past is not put right by a role from now on.
  if (primary || on < today || !can(place, 'role:assign')) return words;
  return (
    <>
      {words}
      <button
        type="button"
        className="answer__assign"
        aria-label={`Assign: ${ROLE_TITLES[role]} of ${scope.name}`}
        onClick={() => show({ ask: 'assign-role', scope, role })}
      >
        Assign
      </button>
    </>
  );
}
