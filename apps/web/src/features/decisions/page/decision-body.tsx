import { DECISION_KIND_TITLES } from '@chapterhouse/domain/decisions/decision-fields';
import { DECISION_STATE_TITLES } from '@chapterhouse/domain/decisions/decision-state';
import type { DecisionQuery } from '../../../generated/graphql';
import { dayWords, todayIn } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { useViewer } from '../../../platform/session/session-provider';
import { decidedWords } from '../decided-words';
import { DecisionStateBadge } from '../decision-state-badge';
import { Amendments } from './amendments';
import { DecisionActivity } from './decision-activity';
import { DecisionSide } from './decision-side';
import { DecisionWords } from './decision-words';
import { OpenVeto } from './open-veto';
import { Replaces } from '../flow/replaces';
import { HistoryLine } from './history-line';
import { HowItEnded } from './how-it-ended';
import type { HistoryWalk } from './use-history-walk';
import './decision-page.css';

export type ShownDecision = DecisionQuery['decision'];

export type DecisionBodyProps = {
  decision: ShownDecision;
  walk: HistoryWalk;
  /** Opens the answer to a consent or an advice. */ onAnswer: (askId: string) => void;
};

/** The answer first, then its reasons; what surrounds it stands beside. */
export function DecisionBody({ decision, walk, onAnswer }: DecisionBodyProps) {
  const { state, title, kind, scope, decisionArea } = decision;
  const today = useToday();
  const { timeZone } = useViewer().organization;
  const when = decidedWords(decision, (at) => dayWords(todayIn(timeZone, new Date(at)), today));
  return (
    <div className="decision">
      <header className="decision__head">
        <h2 className="decision__title">{title}</h2>
        <p className="decision__facts">
          <DecisionStateBadge state={state} />
          <span>{withoutState(when, DECISION_STATE_TITLES[state])}</span>
          <OpenVeto decision={decision} />
          <span>{scope.name}</span>
          <span>{[decisionArea?.name, DECISION_KIND_TITLES[kind]].filter(Boolean).join(', ')}</span>
        </p>
        <Replaces decision={decision} />
        <HowItEnded decision={decision} />
        <HistoryLine decision={decision} walk={walk} />
      </header>
      <aside className="decision__side" aria-label="About this decision">
        <DecisionSide decision={decision} onAnswer={onAnswer} />
      </aside>
      <div className="decision__words">
        <DecisionWords decision={decision} />
        <Amendments amendments={decision.amendments} />
        <DecisionActivity decision={decision} />
      </div>
    </div>
  );
}

/** The badge before it says the state already. */
function withoutState(when: string, title: string): string {
  const said = `${title.toLowerCase()} `;
  return when.startsWith(said) ? when.slice(said.length) : when;
}
