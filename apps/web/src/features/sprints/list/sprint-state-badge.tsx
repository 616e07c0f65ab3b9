import { SPRINT_STATE_TITLES, type SprintState } from '@chapterhouse/domain/sprints/sprint-fields';
import { StateBadge, type StateBadgeProps } from '@chapterhouse/ui/state-badge';

const PROGRESS: Record<SprintState, StateBadgeProps['progress']> = { FUTURE: 'none', ACTIVE: 'half', CLOSED: 'full' };

export function SprintStateBadge({ state }: { state: SprintState }) {
  return <StateBadge label={SPRINT_STATE_TITLES[state]} progress={PROGRESS[state]} />;
}
