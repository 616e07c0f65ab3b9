import { TRIAGE_RESULT_TITLES, type TriageResultKind } from '@chapterhouse/domain/chapters/triage-state';
import { StateBadge, type StateBadgeProps } from '@chapterhouse/ui/state-badge';

const PROGRESS: Record<TriageResultKind, StateBadgeProps['progress']> = {
  TRIAGED: 'full',
  DONE: 'full',
  MERGED: 'full',
  ESCALATED: 'full',
  DECLINED: 'stopped',
  PARKED: 'quarter',
};

/** How an item ended; without a result it is open. */
export function ResultBadge({
  result,
  labelHidden = false,
}: {
  result: TriageResultKind | null;
  labelHidden?: boolean;
}) {
  if (result === null) return <StateBadge label="Open" progress="none" labelHidden={labelHidden} />;
  return <StateBadge label={TRIAGE_RESULT_TITLES[result]} progress={PROGRESS[result]} labelHidden={labelHidden} />;
}
