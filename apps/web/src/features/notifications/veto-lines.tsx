import type { OpenToVetoFragment } from '../../generated/graphql';
import { Moment } from '../impediments/public';
import { DecisionWorkLine } from './decision-work-line';

/** Decisions in force that this person may still veto, what ends first before the rest. */
export function VetoLines({ decisions }: { decisions: readonly OpenToVetoFragment[] }) {
  return (
    <ul className="my-work__lines">
      {decisions.map((decision) => {
        const { id, decidedBy, flow } = decision;
        const due = flow.vetoEndsAt !== null && (
          <span className="my-work__due">
            ends <Moment at={flow.vetoEndsAt} />
          </span>
        );
        const words = decidedBy === null ? 'Accepted' : `${decidedBy.name} accepted it`;
        return <DecisionWorkLine key={id} decision={decision} due={due} words={words} />;
      })}
    </ul>
  );
}
