import { GOAL_STATE_TITLES, type GoalState } from '@chapterhouse/domain/priorities/goal-fields';
import { StateBadge, type StateBadgeProps } from '@chapterhouse/ui/state-badge';

const LOOK: Record<GoalState, Pick<StateBadgeProps, 'progress' | 'tone'>> = {
  PLANNED: { progress: 'none' },
  ACTIVE: { progress: 'half', tone: 'active' },
  ACHIEVED: { progress: 'full' },
  ABANDONED: { progress: 'stopped' },
};

/** The state of a Product Goal, the same mark on every screen. */
export function GoalStateBadge({ state }: { state: GoalState }) {
  return <StateBadge label={GOAL_STATE_TITLES[state]} {...LOOK[state]} />;
}
