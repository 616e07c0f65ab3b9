import { DECISION_KIND_TITLES } from '@chapterhouse/domain/decisions/decision-fields';
import type { DecisionLineFragment } from '../../generated/graphql';
import { dayWords, todayIn } from '../../platform/dates/day-words';
import { useToday } from '../../platform/dates/use-today';
import { useViewer } from '../../platform/session/session-provider';
import { decidedWords } from './decided-words';

import './decision-facts.css';

/** Where it holds, what it is about, who decided it and when, in one quiet line. */
export function DecisionFacts({ decision }: { decision: DecisionLineFragment }) {
  const { timeZone } = useViewer().organization;
  const today = useToday();
  const { scope, decisionArea, kind, revisitOn, state } = decision;
  const due = revisitOn !== null && revisitOn <= today && state === 'ACCEPTED';
  return (
    <p className="decision-facts">
      <span>{scope.name}</span>
      <span>{decisionArea?.name ?? DECISION_KIND_TITLES[kind]}</span>
      <span>{decidedWords(decision, (at) => dayWords(todayIn(timeZone, new Date(at)), today))}</span>
      {revisitOn !== null && state === 'ACCEPTED' && (
        <span className={due ? 'decision-facts__due' : undefined}>
          {due ? 'to be looked at again since' : 'to be looked at again on'} {dayWords(revisitOn, today)}
        </span>
      )}
    </p>
  );
}
