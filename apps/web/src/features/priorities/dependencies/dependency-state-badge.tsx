import { DEPENDENCY_STATE_TITLES, type DependencyState } from '@chapterhouse/domain/priorities/dependency-state';
import { StateBadge, type StateBadgeProps } from '@chapterhouse/ui/state-badge';

const LOOK: Record<DependencyState, Pick<StateBadgeProps, 'progress' | 'tone'>> = {
  REQUESTED: { progress: 'none', tone: 'active' },
  COUNTERED: { progress: 'quarter', tone: 'active' },
  COMMITTED: { progress: 'half' },
  DELIVERED: { progress: 'full' },
  DECLINED: { progress: 'stopped', tone: 'danger' },
  WITHDRAWN: { progress: 'stopped' },
};

export type DependencyStateBadgeProps = { state: DependencyState; labelHidden?: boolean };

/** The state of a dependency, the same mark on every screen. */
export function DependencyStateBadge({ state, labelHidden = false }: DependencyStateBadgeProps) {
  return <StateBadge label={DEPENDENCY_STATE_TITLES[state]} labelHidden={labelHidden} {...LOOK[state]} />;
}
