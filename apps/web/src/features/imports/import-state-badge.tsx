import { StateBadge, type StateBadgeProps } from '@chapterhouse/ui/state-badge';
import type { ImportState } from '../../generated/graphql';
import { STATE_TITLES } from './import-words';

const LOOKS: Record<ImportState, Pick<StateBadgeProps, 'progress' | 'tone'>> = {
  UPLOADED: { progress: 'quarter' },
  PREVIEWED: { progress: 'half' },
  APPLYING: { progress: 'most', tone: 'active' },
  APPLIED: { progress: 'full' },
  FAILED: { progress: 'stopped', tone: 'danger' },
};

export function ImportStateBadge({ state }: { state: ImportState }) {
  return <StateBadge label={STATE_TITLES[state]} {...LOOKS[state]} />;
}
