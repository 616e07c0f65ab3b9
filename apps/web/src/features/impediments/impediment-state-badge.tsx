import { IMPEDIMENT_STATE_TITLES, type ImpedimentState } from '@chapterhouse/domain/impediments/impediment-state';
import { StateBadge, type StateBadgeProps } from '@chapterhouse/ui/state-badge';

const LOOK: Record<ImpedimentState, Pick<StateBadgeProps, 'progress' | 'tone'>> = {
  RAISED: { progress: 'none' },
  TRIAGED: { progress: 'quarter' },
  IN_PROGRESS: { progress: 'half', tone: 'active' },
  RESOLVED: { progress: 'most' },
  CLOSED: { progress: 'full' },
  DECLINED: { progress: 'stopped' },
  DUPLICATE: { progress: 'stopped' },
};

export type ImpedimentStateBadgeProps = { state: ImpedimentState; labelHidden?: boolean };

/** The state of an impediment, the same mark on every screen. */
export function ImpedimentStateBadge({ state, labelHidden = false }: ImpedimentStateBadgeProps) {
  return <StateBadge label={IMPEDIMENT_STATE_TITLES[state]} labelHidden={labelHidden} {...LOOK[state]} />;
}
