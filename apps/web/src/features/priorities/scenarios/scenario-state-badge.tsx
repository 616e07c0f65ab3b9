import { SCENARIO_STATE_TITLES, type ScenarioState } from '@chapterhouse/domain/priorities/scenario-state';
import { StateBadge, type StateBadgeProps } from '@chapterhouse/ui/state-badge';

const LOOK: Record<ScenarioState, Pick<StateBadgeProps, 'progress' | 'tone'>> = {
  DRAFT: { progress: 'none' },
  SHARED: { progress: 'half', tone: 'active' },
  PUBLISHED: { progress: 'full' },
  DISCARDED: { progress: 'stopped' },
};

/** The state of a scenario, the same mark on every screen. */
export function ScenarioStateBadge({ state }: { state: ScenarioState }) {
  return <StateBadge label={SCENARIO_STATE_TITLES[state]} {...LOOK[state]} />;
}
