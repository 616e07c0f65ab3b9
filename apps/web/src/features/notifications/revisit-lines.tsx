import type { RevisitDueFragment } from '../../generated/graphql';
import { dayWords } from '../../platform/dates/day-words';
import { DecisionWorkLine } from './decision-work-line';

/** Whose day to be looked at again has come; whoever made them says that they still hold, or replaces them. */
export function RevisitLines({ decisions, today }: { decisions: readonly RevisitDueFragment[]; today: string }) {
  return (
    <ul className="my-work__lines">
      {decisions.map((decision) => {
        const { id, revisitOn } = decision;
        const due = revisitOn !== null && <span className="my-work__due">since {dayWords(revisitOn, today)}</span>;
        return <DecisionWorkLine key={id} decision={decision} due={due} />;
      })}
    </ul>
  );
}

/** Those in force that this person proposed, made or accepted: who was only asked or told of one does not keep it. */
export function keptBy(decisions: readonly RevisitDueFragment[], personId: string): RevisitDueFragment[] {
  return decisions.filter(
    ({ state, proposedBy, decidedBy, people }) =>
      state === 'ACCEPTED' &&
      [
        proposedBy?.id,
        decidedBy?.id,
        ...people.filter(({ part }) => part === 'DECISION_MAKER').map(({ person }) => person?.id),
      ].includes(personId),
  );
}
