import { DECISION_STATE_TITLES, type DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import { StateBadge, type StateBadgeProps } from '@chapterhouse/ui/state-badge';

const LOOK: Record<DecisionState, Pick<StateBadgeProps, 'progress' | 'tone'>> = {
  PROPOSED: { progress: 'none', tone: 'active' },
  ACCEPTED: { progress: 'full' },
  REJECTED: { progress: 'stopped' },
  WITHDRAWN: { progress: 'stopped' },
  VETOED: { progress: 'stopped', tone: 'danger' },
  SUPERSEDED: { progress: 'half' },
  REVERTED: { progress: 'stopped' },
};

export type DecisionStateBadgeProps = { state: DecisionState; labelHidden?: boolean };

/** The state of a decision, the same mark on every screen. */
export function DecisionStateBadge({ state, labelHidden = false }: DecisionStateBadgeProps) {
  return <StateBadge label={DECISION_STATE_TITLES[state]} labelHidden={labelHidden} {...LOOK[state]} />;
}
